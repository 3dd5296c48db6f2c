package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sluice.process.Role;
import org.sluice.rules.facts.CaseFacts;
import org.sluice.rules.facts.DataProductFacts;
import org.sluice.rules.facts.PrivacyJobFacts;
import org.sluice.rules.facts.SupplierFacts;
import org.sluice.rules.facts.UsageFacts;

/** What nobody knows never passes in silence, and never counts as a breach either. */
class UnknownFactsTest {

    private static Evaluation evaluate(CaseFacts facts) {
        return RuleExamplesTest.BOOK.evaluate(facts, RuleExamplesTest.NUMBERS, RuleExample.ON);
    }

    /** Takes each fact in turn out of each case in which a rule fires: it still fires, or the fact is asked for. */
    @TestFactory
    Stream<DynamicTest> aRuleCannotBeSilencedByLeavingAFactOut() {
        return RuleExamplesTest.rules()
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> RuleExample.of(rule).stream()
                        .filter(RuleExample::fires)
                        .forEach(example -> assertEachFactCounts(rule, example))));
    }

    private static void assertEachFactCounts(RuleBook.Rule rule, RuleExample example) {
        for (var fact : example.given().keySet()) {
            assertThat(evaluate(example.without(fact)).findings())
                    .as(rule.id() + ", " + example.situation() + ", without " + fact)
                    .extracting(Finding::id)
                    .containsAnyOf(rule.id(), Finding.MISSING + fact);
        }
    }

    @Test
    void whereNothingIsKnownNothingIsFoundButWhatIsMissing() {
        for (var nothing : new CaseFacts[] {
            SupplierFacts.of(Map.of()),
            DataProductFacts.of(Map.of()),
            UsageFacts.of(Map.of()),
            PrivacyJobFacts.of(Map.of())
        }) {
            var evaluation = evaluate(nothing);
            assertThat(evaluation.verdict()).isEqualTo(Verdict.MANUAL);
            assertThat(evaluation.fired()).isEmpty();
            assertThat(evaluation.findings()).isNotEmpty().allMatch(Finding::isMissingFact);
        }
    }

    @Test
    void aMissingFactSaysWhatItIsWhoSuppliesItAndWhichRulesWait() {
        var finding = evaluate(SupplierFacts.of(Map.of())).findings().stream()
                .filter(each -> each.id().equals("X-MISS-creditInformation"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.severity()).isEqualTo(Severity.MANUAL);
        assertThat(finding.layer()).isEqualTo(Layer.STATUTE);
        assertThat(finding.waivable()).isFalse();
        assertThat(finding.reviewGroups()).containsExactly(Role.SUPPLIER_REVIEWER);
        assertThat(finding.text().zh()).contains("属于信用信息", "S-15");
        assertThat(finding.text().en()).contains("Is credit information", "S-15");
        assertThat(finding.evidence())
                .containsEntry("field", "creditInformation")
                .containsEntry("rules", "S-15, S-16, S-31");
        assertThat(finding.legalRefs()).contains("CN-CRBM-5");
        assertThat(finding.remedy().zh()).contains("补充");
    }

    /** An authority has no capital and no tax proof; it is asked for neither, and its baseline is clean. */
    @Test
    void aBodyActingByLawIsAskedOnlyForTheShortPath() {
        var asked = evaluate(SupplierFacts.of(
                        Map.of("supplierType", "GOV_DEPARTMENT", "actsByLaw", "true", "cooperationAgreement", "true")))
                .findings();
        assertThat(asked)
                .extracting(Finding::id)
                .doesNotContain(
                        "X-MISS-taxProof",
                        "X-MISS-socialSecurityProof",
                        "X-MISS-paidInCapital",
                        "X-MISS-establishedOn",
                        "X-MISS-antiBriberyPledge",
                        "X-MISS-confidentialityAgreement")
                .contains("X-MISS-uscc", "X-MISS-dishonestJudgmentDebtor", "X-MISS-jrLevel");
    }
}
