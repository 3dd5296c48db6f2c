package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sluice.process.Role;
import org.sluice.rules.facts.JobStage;
import org.sluice.rules.facts.PrivacyJobFacts;

/** What the examples of single rules do not show: stages, and names of people. */
class PrivacyJobTest {

    private static Evaluation evaluate(Map<String, Object> changed) {
        var given = new HashMap<>(RuleExample.baseline(RuleGroup.PRIVACY_JOB));
        given.putAll(changed);
        return RuleExamplesTest.BOOK.evaluate(PrivacyJobFacts.of(given), RuleExamplesTest.NUMBERS, RuleExample.ON);
    }

    private static Map<String, Object> wrongInEveryWay(JobStage stage) {
        var wrong = new HashMap<String, Object>(Map.of("jobStage", stage, "grantedDataSets", 1, "hash", "SHA_1"));
        wrong.putAll(Map.of("smallerSet", 19, "intersection", 19, "outputRule", "MATCHED_ROWS"));
        wrong.putAll(Map.of("earlierRuns", List.of(Map.of("ranOn", "2026-06-01", "inputOverlap", "1"))));
        wrong.putAll(Map.of("labelsLeave", true, "leavingProtected", false));
        wrong.putAll(Map.of("budgetKept", true, "epsilonUsed", "1.0"));
        wrong.putAll(Map.of("method", "HIDDEN_QUERY", "creditInformation", true, "subjectType", "PERSON"));
        wrong.putAll(Map.of("createdBy", "p1", "releasedBy", "p1"));
        return wrong;
    }

    @Test
    void theStageDecidesWhichRulesApply() {
        assertThat(evaluate(wrongInEveryWay(JobStage.REQUEST)).fired())
                .containsExactlyInAnyOrder("J-01", "J-02", "J-03", "J-05", "J-06", "J-07", "J-10");
        assertThat(evaluate(wrongInEveryWay(JobStage.BEFORE_RUN)).fired())
                .containsExactlyInAnyOrder("J-01", "J-02", "J-03", "J-05", "J-06", "J-07", "J-10");
        assertThat(evaluate(wrongInEveryWay(JobStage.RELEASE)).fired())
                .containsExactlyInAnyOrder("J-01", "J-02", "J-08", "J-10");
    }

    @Test
    void aSoundJobPassesAtEveryStage() {
        for (var stage : JobStage.values()) {
            assertThat(evaluate(Map.of("jobStage", stage)).verdict())
                    .as(stage.name())
                    .isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void atEachStageAFormIsAskedOnlyForWhatItsRulesNeed() {
        var request = Map.of("jobStage", "REQUEST", "technique", "PSI");
        assertThat(missing(request))
                .contains("smallerSet", "earlierRuns", "curve", "method")
                .doesNotContain("createdBy", "releasedBy", "intersection", "auc", "labelsLeave", "epsilonUsed");
        var release = Map.of("jobStage", "RELEASE", "technique", "PSI");
        assertThat(missing(release))
                .contains("createdBy", "releasedBy", "outputRule", "grantedDataSets")
                .doesNotContain("smallerSet", "earlierRuns", "curve", "cryptoProfile");
        assertThat(missing(Map.of("jobStage", "REQUEST", "technique", "FL_BATCH")))
                .contains("auc", "ks", "popStabilityIndex", "labelsLeave")
                .doesNotContain("smallerSet");
    }

    @Test
    void aBlankNameIsNobodysAndPrivacyEngineersSupplyWhatIsMissing() {
        var finding =
                evaluate(Map.of("jobStage", "RELEASE", "releasedBy", "  ")).findings();
        assertThat(finding).hasSize(1);
        assertThat(finding.get(0).id()).isEqualTo("X-MISS-releasedBy");
        assertThat(finding.get(0).reviewGroups()).containsExactly(Role.PRIVACY_ENGINEER);
    }

    @Test
    void whoDidItIsInNoFindingAndInNoRecord() {
        var evaluation = evaluate(Map.of("jobStage", "RELEASE", "createdBy", "person-7", "releasedBy", "Person-7 "));
        assertThat(evaluation.fired()).containsExactly("J-08");
        assertThat(evaluation.findings().toString()).doesNotContainIgnoringCase("person-7");
        assertThat(FactCatalogue.recorded(evaluation.facts())).doesNotContainKeys("createdBy", "releasedBy");
    }

    @Test
    void aGroupIsFoundByItsFolder() {
        assertThat(RuleGroup.named("privacyJob")).isEqualTo(RuleGroup.PRIVACY_JOB);
        assertThatThrownBy(() -> RuleGroup.named("PRIVACY_JOB")).hasMessageContaining("no group of rules is called");
    }

    private static List<String> missing(Map<String, ?> known) {
        return RuleExamplesTest.BOOK.missing(PrivacyJobFacts.of(known), RuleExamplesTest.NUMBERS);
    }
}
