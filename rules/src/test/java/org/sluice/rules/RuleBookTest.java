package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluice.process.Role;
import org.sluice.rules.facts.Bidder;
import org.sluice.rules.facts.DataProductFacts;
import org.sluice.rules.facts.RuleParameters;
import org.sluice.rules.facts.SupplierFacts;

/** What an answer of the rule book holds. */
class RuleBookTest {

    private static final RuleBook BOOK = RuleExamplesTest.BOOK;
    private static final RuleParameters NUMBERS = RuleExamplesTest.NUMBERS;

    private static Evaluation evaluate(Map<String, Object> changes) {
        return evaluate(changes, NUMBERS);
    }

    private static Evaluation evaluate(Map<String, Object> changes, RuleParameters numbers) {
        var given = new HashMap<>(RuleExample.baseline(RuleGroup.SUPPLIER));
        given.putAll(changes);
        return BOOK.evaluate(SupplierFacts.of(given), numbers, RuleExample.ON);
    }

    @Test
    void aFlawlessCasePasses() {
        var evaluation = evaluate(Map.of());
        assertThat(evaluation.verdict()).isEqualTo(Verdict.PASS);
        assertThat(evaluation.findings()).isEmpty();
        assertThat(evaluation.fired()).isEmpty();
        assertThat(evaluation.group()).isEqualTo(RuleGroup.SUPPLIER);
        assertThat(evaluation.facts().parts()).hasSize(8);
        assertThat(BOOK.evaluate(DataProductFacts.of(RuleExample.baseline(RuleGroup.DATA)), NUMBERS, RuleExample.ON)
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void theWorstFindingIsTheVerdict() {
        assertThat(evaluate(Map.of("classShare", "0.4")).verdict()).isEqualTo(Verdict.WARN);
        assertThat(evaluate(Map.of("classShare", "0.4", "abnormalOperation", "true"))
                        .verdict())
                .isEqualTo(Verdict.MANUAL);
        assertThat(evaluate(Map.of("classShare", "0.4", "abnormalOperation", "true", "seriousIllegal", "true"))
                        .verdict())
                .isEqualTo(Verdict.REJECT);
    }

    /** Everything that a person needs to act on it, without opening the rule. */
    @Test
    void aFindingExplainsItself() {
        var findings = evaluate(Map.of(
                        "creditInformation",
                        "true",
                        "subjectType",
                        "PERSON",
                        "checkedOn",
                        "2026-04-01",
                        "mlpsLevel",
                        2))
                .findings();
        assertThat(findings).extracting(Finding::id).containsExactly("S-15", "S-21", "S-08");

        var licence = findings.get(0);
        assertThat(licence.severity()).isEqualTo(Severity.REJECT);
        assertThat(licence.layer()).isEqualTo(Layer.STATUTE);
        assertThat(licence.waivable()).isFalse();
        assertThat(licence.reviewGroups()).isEmpty();
        assertThat(licence.legalRefs()).containsExactly("CN-CRBM-5", "CN-CRIR-2");
        assertThat(licence.text().zh()).contains("个人信用信息");
        assertThat(licence.text().en()).contains("Personal credit information");
        assertThat(licence.remedy().en()).isEqualTo("Buy through a licensed personal credit bureau");
        assertThat(licence.evidence())
                .isEqualTo(new TreeMap<>(Map.of(
                        "actsByLaw", "false",
                        "creditInformation", "true",
                        "creditPermits", "",
                        "subjectType", "PERSON")));
        assertThat(licence.release()).isEqualTo(BOOK.release(NUMBERS));

        var lists = findings.get(2);
        assertThat(lists.reviewGroups()).containsExactly(Role.SUPPLIER_REVIEWER);
        assertThat(lists.evidence())
                .as("with the number that it was held against")
                .isEqualTo(new TreeMap<>(Map.of("checkedOn", "2026-04-01", "supplier.listCheckDays", "30")));
    }

    @Test
    void findingsStandInOneOrderAndWhatFiredIsNamedOnce() {
        var evaluation = evaluate(Map.of(
                "majorTaxViolator",
                "true",
                "blacklisted",
                "true",
                "domesticOrUnListHit",
                "true",
                "underCriminalInvestigation",
                "true",
                "classShare",
                "0.9",
                "lotNo",
                "LOT-1",
                "bidders",
                List.of(
                        new Bidder("SUP-2", "p1", "g1"),
                        new Bidder("SUP-1", "p1", "g2"),
                        new Bidder("SUP-3", "p1", "g3"))));
        assertThat(evaluation.findings())
                .isSortedAccordingTo(
                        Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::layer));
        assertThat(evaluation.findings())
                .extracting(Finding::id)
                .containsExactly("S-13", "S-13", "S-13", "S-32", "S-04", "S-11", "S-33b", "S-25", "S-33a");
        assertThat(evaluation.findings().stream()
                        .filter(each -> each.id().equals("S-13"))
                        .map(each -> each.evidence().get("bidderCode")))
                .containsExactly("SUP-1, SUP-2", "SUP-1, SUP-3", "SUP-2, SUP-3");
        assertThat(evaluation.fired()).containsExactly("S-04", "S-11", "S-13", "S-25", "S-32", "S-33a", "S-33b");
    }

    @Test
    void noFindingEverShowsAPersonsData() {
        RuleExamplesTest.rules()
                .flatMap(rule -> RuleExample.of(rule).stream())
                .flatMap(example -> RuleExamplesTest.evaluate(example).findings().stream())
                .forEach(finding -> assertThat(finding.evidence()).doesNotContainKey("responsiblePersonKey"));
    }

    @Test
    void numbersComeFromTheParameters() {
        var changed = NUMBERS.with("supplier.listCheckDays", new BigDecimal("90"));
        assertThat(evaluate(Map.of("checkedOn", "2026-04-01")).fired()).containsExactly("S-08");
        assertThat(evaluate(Map.of("checkedOn", "2026-04-01"), changed).fired()).isEmpty();
        assertThat(BOOK.release(changed)).isNotEqualTo(BOOK.release(NUMBERS));
        assertThat(BOOK.release(NUMBERS.with("supplier.listCheckDays", new BigDecimal("30.00"))))
                .as("the same number")
                .isEqualTo(BOOK.release(NUMBERS));
        assertThatThrownBy(() -> evaluate(Map.of(), new RuleParameters(Map.<String, BigDecimal>of())))
                .hasStackTraceContaining("No parameter supplier.");
    }

    /** One class of data has its own minimum, and the finding shows that one. */
    @Test
    void aClassMayHaveANumberOfItsOwn() {
        var given = new HashMap<>(RuleExample.baseline(RuleGroup.DATA));
        given.put("coverageRate", "0.899");
        var regional = NUMBERS.with("data.coverageMinimum.TAX", new BigDecimal("0.85"));
        var strict = NUMBERS.with("data.coverageMinimum.TAX", new BigDecimal("0.92"));
        assertThat(BOOK.evaluate(DataProductFacts.of(given), regional, RuleExample.ON)
                        .fired())
                .isEmpty();
        assertThat(BOOK.evaluate(DataProductFacts.of(given), strict, RuleExample.ON)
                        .findings())
                .singleElement()
                .satisfies(each -> assertThat(each.evidence())
                        .containsEntry("data.coverageMinimum", "0.92")
                        .containsEntry("data.coverageMargin", "0.05")
                        .containsEntry("coverageRate", "0.899"));
    }

    @Test
    void theReleaseMovesWithEveryTextAndOnlyWithIt() {
        var texts = RuleBook.shippedTexts();
        assertThat(RuleBook.compile(texts).contentHash())
                .isEqualTo(BOOK.contentHash())
                .matches("[0-9a-f]{64}");
        var changed = new TreeMap<>(texts);
        changed.compute("supplier/conduct.drl", (path, text) -> text + "// a word\n");
        assertThat(RuleBook.compile(changed).contentHash()).isNotEqualTo(BOOK.contentHash());
    }

    @Test
    void factsAreReadByNameAndNoNameIsIgnored() {
        assertThatThrownBy(() -> SupplierFacts.of(Map.of("blackListed", "true")))
                .hasMessage("no such fact: [blackListed]");
        assertThatThrownBy(() -> SupplierFacts.of(Map.of("blacklisted", "yes")))
                .hasMessage("blacklisted cannot be yes");
        assertThatThrownBy(() -> SupplierFacts.of(Map.of("establishedOn", "2026-02-30")))
                .hasMessage("establishedOn cannot be 2026-02-30");
        assertThatThrownBy(() -> SupplierFacts.of(Map.of("creditPermits", "ENTERPRISE_FILED ANY")))
                .hasMessage("creditPermits cannot be ENTERPRISE_FILED ANY");
        assertThat(SupplierFacts.of(Map.of("mlpsLevel", 3L)).safeguards().mlpsLevel())
                .isEqualTo(3);
        assertThat(SupplierFacts.of(Map.of()).parts()).hasSize(8).doesNotContainNull();
    }

    /** As a pool's thread in an application that runs from one jar. */
    @Test
    void compilesOnAThreadWhoseClassLoaderKnowsNoFacts() {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            var book = RuleBook.compile(
                    Map.of("supplier/ties.drl", RuleBook.shippedTexts().get("supplier/ties.drl")));
            var given = new HashMap<>(RuleExample.baseline(RuleGroup.SUPPLIER));
            given.put("blacklisted", "true");
            assertThat(book.evaluate(SupplierFacts.of(given), NUMBERS, RuleExample.ON)
                            .fired())
                    .containsExactly("S-11");
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    @Test
    void everyRuleCanBeRead() {
        var rule = BOOK.rules().get(0);
        assertThat(rule.id()).isEqualTo("S-01");
        assertThat(rule.file()).isEqualTo("supplier/standing.drl");
        assertThat(BOOK.texts().get(rule.file()).split("\n")[rule.line() - 1]).startsWith("rule \"S-01");
        assertThat(Stream.of(RuleGroup.values()).map(RuleGroup::folder))
                .containsExactly("supplier", "data", "usage", "privacyJob");
    }
}
