package org.sluice.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.process.NotFound;
import org.sluice.rules.DecisionTables;
import org.sluice.rules.RuleBook;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.sluice.shared.Json;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.ui.rulebook.RulebookDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What decided yesterday can be read tomorrow, as it stood. */
@HouseTest
class ReleasesTest {

    private static final String KEY = "intakeTriage";

    @Autowired
    private Releases releases;

    @Autowired
    private RulebookDesk desk;

    @Autowired
    private DecisionTables tables;

    @Autowired
    private RuleBook book;

    @Autowired
    private RuleRows ruleRows;

    @Autowired
    private Parameters parameters;

    @Autowired
    private Intakes intakes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Json json;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @AfterEach
    void theParametersAsTheyWere() {
        jdbc.sql("delete from sluice.rule_parameter where set_by = 'test'").update();
    }

    @Test
    void anOldDecisionShowsTheRowThatMadeItAndNotTodaysOne() {
        var caseId = intakes.submitted();
        intakes.lead(caseId);
        var before = decisions(caseId).get(0);
        var text = before.get("rows").get(0).get("description").get("en").asText();
        assertThat(text).isEqualTo("Every other new need: the standard way with central approval");

        var tomorrow = with(text, "Tomorrow’s words");
        keep(tomorrow, caseId);

        var after = decisions(caseId);
        assertThat(after.get(0)).as("the old one").isEqualTo(before);
        assertThat(after.get(1).get("rows").get(0).get("description").get("en").asText())
                .isEqualTo("Tomorrow’s words");
        assertThat(after.get(1).get("release").asInt())
                .isGreaterThan(before.get("release").asInt());
        assertThat(desk.changes(
                        before.get("release").asInt(),
                        after.get(1).get("release").asInt()))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.table()).isEqualTo(KEY);
                    assertThat(change.item()).isEqualTo("newStandard");
                    assertThat(change.before().en()).contains(text);
                    assertThat(change.after().en()).contains("Tomorrow’s words");
                });
    }

    @Test
    void aChangedParameterIsAnotherReleaseAndTheOldOneKeepsItsValue() {
        var caseId = intakes.submitted();
        intakes.lead(caseId);
        int before = decisions(caseId).get(0).get("release").asInt();

        set("similarity.kept", 6);
        var later = intakes.submitted();
        intakes.lead(later);
        int after = decisions(later).get(0).get("release").asInt();

        assertThat(after).isGreaterThan(before);
        assertThat(value(before, "similarity.kept")).isEqualByComparingTo("5");
        assertThat(value(after, "similarity.kept")).isEqualByComparingTo("6");
        assertThat(decisions(caseId).get(0).get("release").asInt()).isEqualTo(before);
        assertThat(desk.changes(before, after)).singleElement().satisfies(change -> {
            assertThat(change.table()).isNull();
            assertThat(change.item()).isEqualTo("similarity.kept");
            assertThat(change.before().en()).isEqualTo("5 matches");
            assertThat(change.after().en()).isEqualTo("6 matches");
        });
    }

    @Test
    void whatReturnsToAnOlderStateIsANewReleaseOfTheSameContent() {
        int before = releases.current();
        set("similarity.kept", 7);
        int changed = releases.current();
        theParametersAsTheyWere();
        int after = releases.current();

        assertThat(List.of(before, changed, after)).isSorted().doesNotHaveDuplicates();
        assertThat(desk.changes(before, after)).isEmpty();
        assertThat(desk.releases().get(0).number()).isEqualTo(after);
    }

    @Test
    void askedAgainItIsTheSame() {
        int current = releases.current();

        assertThat(releases.current()).isEqualTo(current);
        assertThat(releases(tables).current()).as("after a restart").isEqualTo(current);
    }

    @Test
    void everyRowOfEveryTableHasItsReasons() {
        int current = releases.current();
        var known = desk.clauses(current).stream().map(RulebookDesk.Clause::ref).toList();

        assertThat(desk.tables(current))
                .hasSize(tables.keys().size())
                .allSatisfy(table -> assertThat(table.rows()).isNotEmpty().allSatisfy(row -> {
                    assertThat(row.housePolicy() || !row.clauses().isEmpty())
                            .as(row.id())
                            .isTrue();
                    assertThat(known).containsAll(row.clauses());
                }));
        assertThat(desk.tables(current).stream()
                        .flatMap(table -> table.rows().stream())
                        .filter(row ->
                                List.of("regulatoryFastTrack", "extendExisting").contains(row.id())))
                .hasSize(2)
                .allMatch(RulebookDesk.TableRow::housePolicy);
    }

    @Test
    void everyRuleIsShownWithItsReasons() {
        int current = releases.current();
        var known = desk.clauses(current).stream().map(RulebookDesk.Clause::ref).toList();

        assertThat(desk.rules(current)).hasSize(108).allSatisfy(rule -> {
            assertThat(rule.drl()).contains(rule.id());
            assertThat(known)
                    .containsAll(rule.refs().stream()
                            .filter(ref -> !List.of(RulebookDesk.HOUSE_POLICY, RulebookDesk.PRACTICE)
                                    .contains(ref))
                            .toList());
        });
        assertThat(known).contains("CN-PIPL-42", "GB 32100-2015");
    }

    @Test
    void aChangedRuleIsAnotherReleaseAndComparedWithTheOld() {
        int before = releases.current();
        var texts = new TreeMap<>(book.texts());
        var path = "supplier/publicLists.drl";
        var edited =
                texts.get(path).replace("\"S-04 ", "\"S-04 changed ").replaceAll("(?s)rule \"S-08 .*?\\nend\\n", "");
        assertThat(edited).isNotEqualTo(texts.get(path));
        texts.put(path, edited);

        int after =
                new Releases(jdbc, tables, RuleBook.compile(texts), ruleRows, parameters, clock, transaction).current();

        assertThat(after).isGreaterThan(before);
        assertThat(desk.changes(before, after))
                .extracting(RulebookDesk.Change::table, RulebookDesk.Change::item)
                .containsExactly(tuple(RulebookDesk.RULES, "S-04"), tuple(RulebookDesk.RULES, "S-08"));
        assertThat(desk.changes(before, after).get(0).before().en()).contains("rule \"S-04 ");
        assertThat(desk.changes(before, after).get(0).after().en()).contains("rule \"S-04 changed ");
        assertThat(desk.changes(before, after).get(1).after()).isNull();
        assertThat(desk.rules(before)).as("as it stood").hasSize(108);
        assertThat(desk.rules(after)).hasSize(107);
    }

    @Test
    void aReleaseThatDoesNotExistIsNotFound() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> desk.tables(Integer.MAX_VALUE));
    }

    private JsonNode decisions(String caseId) {
        return intakes.sheet(caseId).get("decisions");
    }

    private BigDecimal value(int release, String key) {
        return desk.parameters(release).stream()
                .filter(parameter -> parameter.key().equals(key))
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

    /** The tables as they would be after an edit. */
    private DecisionTables with(String text, String other) {
        var texts = new TreeMap<String, String>();
        tables.keys().forEach(key -> texts.put(key, tables.xml(key)));
        assertThat(texts.get(KEY)).contains(text);
        texts.put(KEY, texts.get(KEY).replace(text, other));
        return DecisionTables.of(texts);
    }

    private Releases releases(DecisionTables of) {
        return new Releases(jdbc, of, book, ruleRows, parameters, clock, transaction);
    }

    /** The same row decides again, by the edited tables. */
    private void keep(DecisionTables edited, String caseId) {
        var decisions = new Decisions(jdbc, releases(edited), json, clock, events);
        transaction.executeWithoutResult(status -> decisions.keep(
                CaseId.of(caseId),
                new Triage(),
                new Facts("NORMAL"),
                List.of(new DecisionStep.Row("newStandard", Map.of("route", "NEW_STANDARD")))));
    }

    private record Facts(String urgency) {}

    private record Triage() implements DecisionStep {

        @Override
        public String element() {
            return KEY;
        }

        @Override
        public String decision() {
            return KEY;
        }

        @Override
        public Record facts(CaseId caseId) {
            return new Facts("NORMAL");
        }

        @Override
        public Flags apply(CaseId caseId, List<Row> rows) {
            return Flags.NONE;
        }
    }
}
