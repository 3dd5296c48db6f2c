package org.sluice.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.privacy.MatchTestStage.BANK;
import static org.sluice.privacy.MatchTestStage.SUPPLIER;
import static org.sluice.privacy.MatchTestStage.VALUED_DATA;

import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.Test;
import org.sluice.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Sums over what two parties have in common: whose values, how few are too few, and who hears of it when. */
@HouseTest
class PrivacySumsTest extends PrivacyJobsLed {

    private static final Long SUM = 987_654_321L;

    @Autowired
    private HistoryService history;

    @Test
    void aSumIsToldAtItsReleaseAndForgottenWithIt() {
        var caseId = requested(sum());
        assertThat(job("audit", caseId).at("/row/method").asText()).isEqualTo("ECDH");
        assertThat(job("audit", caseId).get("bankLearns").get("en").asText()).contains("add up to");
        approved(caseId, "PRIVACY_ENGINEER");
        assertThat(order(caseId).leastGroup()).isEqualTo(20);
        both(caseId, looked(20_000), looked(50_000));
        assertThat(tasksOf(caseId, BANK, "privacy-range")).isEmpty();
        ran(caseId, OVERLAP);

        assertThat(job(REQUESTER, caseId).toString()).doesNotContain("12600");
        intakes.complete(caseId, Map.of("released", true)).ok();
        var digest = "ef".repeat(32);
        complete(caseId, BANK, Map.of("resultDigest", digest, "resultSum", SUM));
        assertThat(job(REQUESTER, caseId).toString())
                .as("the partner has not answered yet")
                .doesNotContain(String.valueOf(SUM), digest);
        complete(caseId, SUPPLIER, Map.of("resultSum", 1L));

        assertThat(state(caseId)).isEqualTo("RELEASED");
        assertThat(side(caseId, BANK).at("/report/resultSum").asLong()).isEqualTo(SUM);
        assertThat(side(caseId, BANK).at("/report/resultDigest").asText()).isEqualTo(digest);
        assertThat(side(caseId, SUPPLIER).at("/report/resultSum").isNull())
                .as("no sum is the partner's to tell")
                .isTrue();
        api.write(REQUESTER, "/privacy-jobs/" + caseId + "/stop", Map.of("reason", "not needed any more"))
                .ok();
        purchases.deliver(caseId);
        both(caseId, Map.of(), Map.of());

        assertThat(state(caseId)).isEqualTo("STOPPED");
        assertThat(job("privacy-engineer", caseId).toString())
                .as("the house forgets what both parties have purged")
                .doesNotContain(String.valueOf(SUM), digest)
                .contains("12600");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName("resultSum")
                        .list())
                .extracting(HistoricVariableInstance::getValue)
                .doesNotContain(SUM);
    }

    /** The partner's worker tells nothing of so few; should one do it all the same, nobody here can release it. */
    @Test
    void aSumOverFewerThanTheRuleAllowsIsNotReleased() {
        var caseId = requested(sum());
        approved(caseId, "PRIVACY_ENGINEER");
        both(caseId, looked(20_000), looked(50_000));
        ran(caseId, 19);

        assertThat(intakes.complete(caseId, Map.of("released", true, "comment", "all the same"))
                        .refused(409)
                        .toString())
                .contains("J-04");
        assertThat(state(caseId)).isEqualTo("HELD");
    }

    /** Both workers say it in the same words, and people read it once. */
    @Test
    void tooFewInCommonIsTroubleThatIsSaidOnce() {
        var caseId = requested(sum());
        assertThat(job("audit", caseId).get("assumption").get("en").asText()).contains("makes up values");
        approved(caseId, "PRIVACY_ENGINEER");
        both(caseId, looked(20_000), looked(50_000));
        for (var party : new String[] {BANK, SUPPLIER}) {
            refuse(caseId, party, "group-too-small", "[group-too-small] 共有标识太少。 / Too few are in common.");
        }

        assertThat(state(caseId)).isEqualTo("TROUBLED");
        var trouble = job(REQUESTER, caseId).get("trouble");
        assertThat(trouble.get("en").asText())
                .containsOnlyOnce("Too few are in common.")
                .containsPattern("The bank, .*: ");
        assertThat(trouble.get("zh").asText()).containsOnlyOnce("共有标识太少。").startsWith("本行、");
    }

    @Test
    void whereThereAreNoValuesThereIsNothingToSumUp() {
        var problems = api.write(REQUESTER, "/privacy-jobs", form("SUM")).refused(422);
        assertThat(problems.get("errors")).singleElement().satisfies(problem -> {
            assertThat(problem.get("field").asText()).isEqualTo("bankDataSet");
            assertThat(problem.toString()).contains("no value");
        });
        var forced = sum();
        forced.put("method", "KKRT16");
        assertThat(api.write(REQUESTER, "/privacy-jobs", forced).refused(422).toString())
                .contains("\"method\"");
    }

    /** No method adds up on SM2 alone, which the table says by naming none; what is taken then is refused by rule. */
    @Test
    void theNationalProfileHasNoSums() {
        national(true);
        try {
            var caseId = requested(sum());
            assertThat(intakes.outcome(caseId)).isEqualTo("privacyJobRefusedByRules");
            assertThat(job(REQUESTER, caseId).get("findings").toString()).contains("J-06");
        } finally {
            national(false);
        }
    }

    private void national(boolean on) {
        jdbc.sql("update sluice.rule_parameter set value = ? where key = 'privacy.suite.nationalProfile'")
                .param(on ? 1 : 0)
                .update();
    }

    private void ran(String caseId, long matched) {
        both(
                caseId,
                ran(BANK, matched, receipt(caseId, BANK, 20_000)),
                ran(SUPPLIER, matched, receipt(caseId, SUPPLIER, 20_000)));
        assertThat(state(caseId)).isEqualTo("HELD");
    }

    private static Map<String, Object> sum() {
        var form = form("SUM");
        form.put("bankDataSet", VALUED_DATA);
        return form;
    }
}
