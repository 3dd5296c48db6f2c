package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.rules.FactCatalogue.Fact;
import org.sluice.rules.FactCatalogue.Kind;
import org.sluice.rules.facts.CaseFacts;
import org.sluice.rules.facts.SupplierFacts;

class FactCatalogueTest {

    private static final RuleBook BOOK = RuleExamplesTest.BOOK;

    static Stream<RuleExample> examples() {
        return BOOK.rules().stream().flatMap(rule -> RuleExample.of(rule).stream());
    }

    @ParameterizedTest
    @EnumSource(RuleGroup.class)
    void namesEveryFactOfTheTableOnceAndInItsOrder(RuleGroup group) {
        assertThat(FactCatalogue.of(group).stream().map(Fact::name))
                .containsExactlyElementsOf(FactTable.shipped().names(group));
        assertThat(FactCatalogue.of(group))
                .allSatisfy(fact -> assertThat(fact.codes().isEmpty())
                        .isEqualTo(fact.kind() != Kind.CHOICE && fact.kind() != Kind.CHOICES));
    }

    @Test
    void saysWhatAFormAsksFor() {
        assertThat(kind(RuleGroup.SUPPLIER, "consortium")).isEqualTo(Kind.BOOLEAN);
        assertThat(kind(RuleGroup.SUPPLIER, "mlpsLevel")).isEqualTo(Kind.WHOLE);
        assertThat(kind(RuleGroup.DATA, "productPersonCount")).isEqualTo(Kind.WHOLE);
        assertThat(kind(RuleGroup.SUPPLIER, "paidInCapital")).isEqualTo(Kind.NUMBER);
        assertThat(kind(RuleGroup.SUPPLIER, "banUntil")).isEqualTo(Kind.DATE);
        assertThat(kind(RuleGroup.SUPPLIER, "uscc")).isEqualTo(Kind.TEXT);
        assertThat(kind(RuleGroup.DATA, "fields")).isEqualTo(Kind.TEXTS);
        assertThat(kind(RuleGroup.DATA, "hops")).isEqualTo(Kind.COMPLEX);
        var permits = FactCatalogue.fact(RuleGroup.SUPPLIER, "creditPermits");
        assertThat(permits.kind()).isEqualTo(Kind.CHOICES);
        assertThat(permits.codes()).containsExactly("ENTERPRISE_FILED", "PERSONAL_LICENSED");
        var certificate = FactCatalogue.fact(RuleGroup.SUPPLIER, "securityCertificate");
        assertThat(certificate.kind()).isEqualTo(Kind.CHOICE);
        assertThat(certificate.type()).isEqualTo("SecurityCertificate");
        assertThat(certificate.part()).isEqualTo("Safeguards");
        assertThatThrownBy(() -> FactCatalogue.fact(RuleGroup.SUPPLIER, "hops")).hasMessageContaining("hops");
    }

    @ParameterizedTest
    @EnumSource(RuleGroup.class)
    void everyNumberSaysWhatItCountsAndFromWhere(RuleGroup group) {
        assertThat(FactCatalogue.of(group)).allSatisfy(fact -> assertThat(fact.measure() != null)
                .as(fact.name())
                .isEqualTo(fact.kind() == Kind.WHOLE || fact.kind() == Kind.NUMBER));
        assertThat(FactCatalogue.of(group))
                .filteredOn(fact -> fact.measure() != null)
                .allSatisfy(fact -> assertThat(fact.measure().least())
                        .as("a number without a lower bound: " + fact.name())
                        .isNotNull());
    }

    @Test
    void aShareIsAPartOfOne() {
        var share = FactCatalogue.fact(RuleGroup.SUPPLIER, "classShare").measure();

        assertThat(share.unit()).isEqualTo(Measure.Unit.SHARE);
        assertThat(share.holds(new BigDecimal("0.63"))).isTrue();
        assertThat(share.holds(BigDecimal.ZERO)).isTrue();
        assertThat(share.holds(BigDecimal.ONE)).isTrue();
        assertThat(share.holds(new BigDecimal("63"))).isFalse();
        assertThat(share.holds(new BigDecimal("-0.05"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noExampleOfARuleLiesOutsideOfWhatItsFactsMayBe(RuleExample example) {
        FactCatalogue.recorded(example.facts()).forEach((name, value) -> {
            var measure = FactCatalogue.fact(example.group(), name).measure();
            if (measure != null && value != null) {
                assertThat(measure.holds(new BigDecimal(value.toString())))
                        .as(name + " " + value)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(RuleGroup.class)
    void labelsBeginAsSentencesDo(RuleGroup group) {
        assertThat(FactCatalogue.of(group))
                .allSatisfy(fact ->
                        assertThat(fact.label().en()).matches(label -> !Character.isLowerCase(label.charAt(0))));
    }

    @Test
    void factsOfElementsAreMarked() {
        assertThat(Stream.of(RuleGroup.values())
                        .flatMap(group -> FactCatalogue.of(group).stream())
                        .filter(Fact::element)
                        .map(Fact::name))
                .containsExactly(
                        "bidderCode",
                        "responsiblePersonKey",
                        "controlGroup",
                        "hopPosition",
                        "hopDocumented",
                        "ranOn",
                        "inputOverlap");
        assertThat(FactCatalogue.fact(RuleGroup.SUPPLIER, "responsiblePersonKey")
                        .personal())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsMissingIsWhatTheEvaluationMisses(RuleExample example) {
        var facts = example.facts();

        assertThat(BOOK.missing(facts, RuleExamplesTest.NUMBERS))
                .containsExactlyInAnyOrderElementsOf(
                        BOOK.evaluate(facts, RuleExamplesTest.NUMBERS, RuleExample.ON).findings().stream()
                                .filter(Finding::isMissingFact)
                                .map(finding -> finding.evidence().get("field"))
                                .toList());
    }

    @Test
    void oneAnswerMayAskForTheNext() {
        assertThat(missing(Map.of("govProcurementSevereBreach", false))).doesNotContain("banUntil");
        assertThat(missing(Map.of("govProcurementSevereBreach", true))).contains("banUntil");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aRecordReadAgainIsTheSameCaseWithoutAPersonsData(RuleExample example) {
        var recorded = FactCatalogue.recorded(example.facts());

        var again = FactCatalogue.recorded(read(example.group(), recorded));

        assertThat(recorded.toString()).doesNotContain("responsiblePersonKey");
        assertThat(again).isEqualTo(recorded);
        if (example.group() == RuleGroup.DATA) {
            assertThat(read(example.group(), recorded)).isEqualTo(example.facts());
        }
    }

    @Test
    void aRecordHoldsPlainValuesAndNothingUnknown() {
        var known = new HashMap<String, Object>();
        known.put("banUntil", LocalDate.of(2026, 7, 1));
        known.put("creditPermits", "PERSONAL_LICENSED ENTERPRISE_FILED");
        known.put("paidInCapital", new BigDecimal("5000000.00"));
        known.put("bidders", List.of(Map.of("bidderCode", "SUP-1", "responsiblePersonKey", "p7")));

        var recorded = FactCatalogue.recorded(SupplierFacts.of(known));

        assertThat(recorded)
                .containsEntry("banUntil", LocalDate.of(2026, 7, 1))
                .containsEntry("creditPermits", List.of("ENTERPRISE_FILED", "PERSONAL_LICENSED"))
                .containsEntry("paidInCapital", new BigDecimal("5000000.00"))
                .containsEntry("bidders", List.of(Map.of("bidderCode", "SUP-1")))
                .containsEntry("lotNo", null)
                .hasSize(5);
    }

    @Test
    void anElementWithAnUnknownNameIsRefused() {
        assertThatThrownBy(() -> SupplierFacts.of(Map.of("bidders", List.of(Map.of("bidder", "SUP-1")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bidders");
    }

    private static Kind kind(RuleGroup group, String name) {
        return FactCatalogue.fact(group, name).kind();
    }

    private static List<String> missing(Map<String, Object> known) {
        return BOOK.missing(SupplierFacts.of(known), RuleExamplesTest.NUMBERS);
    }

    private static CaseFacts read(RuleGroup group, Map<String, Object> known) {
        return RuleExample.facts(group, known);
    }
}
