package org.sluice.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.rules.Evaluation;
import org.sluice.rules.Finding;
import org.sluice.rules.RuleBook;
import org.sluice.rules.Verdict;
import org.sluice.rules.facts.SupplierFacts;
import org.sluice.shared.Json;
import org.sluice.shared.WorkingDays;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What the rules are asked and what they said stays on record with the release that was asked. */
@HouseTest
class RuleQuestionsTest {

    private static final String ELEMENT = "screenSupplier";

    private record Kept(
            String decision, int release, JsonNode facts, List<String> fired, JsonNode outcome, String element) {}

    @Autowired
    private RuleQuestions questions;

    @Autowired
    private RuleBook book;

    @Autowired
    private Releases releases;

    @Autowired
    private Intakes intakes;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Json json;

    @Autowired
    private Clock clock;

    @AfterEach
    void theParametersAsTheyWere() {
        jdbc.sql("delete from sluice.rule_parameter where set_by = 'test'").update();
    }

    @Test
    void aQuestionIsKeptWithItsReleaseItsFactsAndWhatFired() {
        var caseId = CaseId.of(intakes.submitted());

        var answer = ask(caseId, checked(3));

        assertThat(answer.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(answer.fired()).containsExactly("S-03");
        assertThat(kept(caseId)).singleElement().satisfies(kept -> {
            assertThat(kept.decision()).isEqualTo("rules.supplier");
            assertThat(kept.element()).isEqualTo(ELEMENT);
            assertThat(kept.release()).isEqualTo(releases.current());
            assertThat(kept.fired()).startsWith("S-03").contains("X-MISS-uscc").doesNotHaveDuplicates();
            assertThat(kept.outcome().get("verdict").asText()).isEqualTo("REJECT");
            assertThat(kept.outcome().get("findings"))
                    .extracting(JsonNode::asText)
                    .containsExactlyElementsOf(
                            answer.findings().stream().map(Finding::id).toList());
            assertThat(kept.facts().get("checkedOn").asText())
                    .isEqualTo(today().minusDays(3).toString());
            assertThat(kept.facts().get("dishonestJudgmentDebtor").asBoolean()).isTrue();
            assertThat(kept.facts().has("uscc")).as("unknown").isFalse();
        });
        assertThat(jdbc.sql(
                                "select details::text from sluice.audit_event where case_id = ? and action = 'decision.taken'")
                        .param(caseId.value())
                        .query(String.class)
                        .list())
                .anySatisfy(details -> assertThat(details).contains("rules.supplier", "S-03"));
    }

    @Test
    void aPersonsDataIsJudgedAndNotKept() {
        var caseId = CaseId.of(intakes.submitted());
        var bidders = List.of(
                Map.of("bidderCode", "SUP-1", "responsiblePersonKey", "person-key-7"),
                Map.of("bidderCode", "SUP-2", "responsiblePersonKey", "person-key-7"));

        var answer = ask(caseId, SupplierFacts.of(Map.of("lotNo", "L1", "bidders", bidders)));

        assertThat(answer.fired()).containsExactly("S-13");
        assertThat(kept(caseId).get(0).facts().toString()).contains("SUP-1").doesNotContain("person-key-7");
    }

    @Test
    void aChangedNumberIsAnotherReleaseAndAnotherAnswer() {
        var caseId = CaseId.of(intakes.submitted());
        var before = ask(caseId, checked(20));
        set("supplier.listCheckDays", 10);
        var after = ask(caseId, checked(20));

        assertThat(before.fired()).doesNotContain("S-08");
        assertThat(after.fired()).contains("S-08");
        assertThat(after.release()).isNotEqualTo(before.release());
        var kept = kept(caseId);
        assertThat(kept.get(1).release()).isGreaterThan(kept.get(0).release());
        assertThat(number(kept.get(0).release())).isEqualByComparingTo("30");
        assertThat(number(kept.get(1).release())).isEqualByComparingTo("10");
    }

    @Test
    void askedAgainItIsAnotherRecordAndNothingElseChanges() {
        var caseId = CaseId.of(intakes.submitted());
        int release = releases.current();
        var first = ask(caseId, checked(3));
        var state = state(caseId);

        var second = ask(caseId, checked(3));

        assertThat(second).isEqualTo(first);
        var kept = kept(caseId);
        assertThat(kept).hasSize(2);
        assertThat(kept.get(1)).isEqualTo(kept.get(0));
        assertThat(state(caseId)).isEqualTo(state);
        assertThat(releases.current()).isEqualTo(release);
    }

    @Test
    void outsideATransactionNobodyIsAnswered() {
        assertThatThrownBy(() -> questions.ask(CaseId.random(), ELEMENT, checked(3)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aReleaseKeepsEveryRuleWithItsText() {
        assertThat(releases.rules(releases.current()))
                .isEqualTo(book.rules())
                .isEqualTo(questions.rules())
                .hasSize(108)
                .allSatisfy(rule -> assertThat(rule.drl())
                        .startsWith("rule \"" + rule.id() + " ")
                        .endsWith("end"));
        var texts = new TreeMap<String, String>();
        jdbc.sql("select path, drl from sluice.rule_release_text where release = ?")
                .param(releases.current())
                .query(row -> {
                    texts.put(row.getString("path"), row.getString("drl"));
                });
        assertThat(texts).isEqualTo(book.texts());
        assertThat(RuleBook.compile(texts).rules()).as("and can be asked again").isEqualTo(book.rules());
    }

    @Test
    void theCasePageSaysWhatTheRulesSaid() {
        var caseId = intakes.submitted();
        ask(CaseId.of(caseId), checked(3));

        var sheet = intakes.sheet(caseId);

        var decision = sheet.get("decisions").get(0);
        assertThat(decision.get("name").get("en").asText()).isEqualTo("Rules of supplier admission");
        assertThat(decision.get("rows").get(0).get("description").get("en").asText())
                .isEqualTo("Listed as dishonest judgment debtor");
        assertThat(decision.get("rows").toString()).contains("A fact is missing: Unified social credit code");
        assertThat(sheet.get("thread").toString())
                .contains("Listed as dishonest judgment debtor")
                .contains("A fact is missing: Unified social credit code")
                .doesNotContain("X-MISS");
    }

    private Evaluation ask(CaseId caseId, SupplierFacts facts) {
        return Objects.requireNonNull(transaction.execute(status -> questions.ask(caseId, ELEMENT, facts)));
    }

    /** A supplier that is on a list, looked up so many days ago. */
    private SupplierFacts checked(int daysAgo) {
        return SupplierFacts.of(Map.of("dishonestJudgmentDebtor", true, "checkedOn", today().minusDays(daysAgo)));
    }

    private LocalDate today() {
        return clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
    }

    private List<Kept> kept(CaseId caseId) {
        return jdbc.sql(
                        "select * from sluice.decision_record where case_id = ? and decision like 'rules.%' order by id")
                .param(caseId.value())
                .query((row, n) -> new Kept(
                        row.getString("decision"),
                        row.getInt("release"),
                        json.tree(row.getString("facts")),
                        List.of((String[]) row.getArray("fired").getArray()),
                        json.tree(row.getString("outcome")),
                        row.getString("element")))
                .list();
    }

    private String state(CaseId caseId) {
        return jdbc.sql("select to_jsonb(c)::text || (select count(*) from sluice.task t where t.case_id = c.case_id)"
                        + " from sluice.case_file c where case_id = ?")
                .param(caseId.value())
                .query(String.class)
                .single();
    }

    private BigDecimal number(int release) {
        return releases.parameters(release).stream()
                .filter(each -> each.key().equals("supplier.listCheckDays"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private void set(String key, int value) {
        jdbc.sql("""
                        insert into sluice.rule_parameter
                            (key, value, unit, valid_from, set_by, basis, what_zh, what_en)
                        select key, ?, unit, ?, 'test', basis, what_zh, what_en from sluice.rule_parameter where key = ?
                        """).params(value, LocalDate.of(2026, 1, 2), key).update();
    }
}
