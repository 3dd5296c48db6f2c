package org.sluice.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.rules.FactCatalogue;
import org.sluice.rules.RuleGroup;
import org.sluice.rules.facts.DataProductFacts;
import org.sluice.rules.facts.SupplierFacts;

class EnteredFactsTest {

    @Test
    void whatFitsIsReadByTheRules() {
        var plain = EnteredFacts.of(
                RuleGroup.SUPPLIER,
                Map.of(
                        "mlpsLevel",
                        3.0,
                        "paidInCapital",
                        20_000_000L,
                        "classShare",
                        0.1,
                        "checkedOn",
                        LocalDate.of(2026, 5, 20),
                        "creditPermits",
                        List.of("ENTERPRISE_FILED"),
                        "registeredName",
                        " 朝㬢数据 "));

        var facts = SupplierFacts.of(plain);
        assertThat(facts.safeguards().mlpsLevel()).isEqualTo(3);
        assertThat(facts.organisation().paidInCapital()).isEqualByComparingTo("20000000");
        assertThat(facts.ties().classShare()).isEqualTo(new BigDecimal("0.1"));
        assertThat(facts.publicLists().checkedOn()).isEqualTo(LocalDate.of(2026, 5, 20));
        assertThat(facts.organisation().registeredName()).isEqualTo("朝㬢数据");
    }

    @Test
    void recordsOfAProductAreCheckedOneByOne() {
        var plain = EnteredFacts.of(
                RuleGroup.DATA, Map.of("hops", List.of(Map.of("hopPosition", 1, "hopDocumented", true))));
        assertThat(DataProductFacts.of(plain).origin().hops()).hasSize(1);

        assertThat(fields(
                        RuleGroup.DATA,
                        Map.of("hops", List.of(Map.of("hopPosition", "first", "colour", "red"), Map.of()))))
                .containsExactlyInAnyOrder("facts.hops[0].hopPosition", "facts.hops[0].colour");
    }

    @Test
    void whatIsNullIsUnknown() {
        var unknown = new HashMap<String, Object>();
        unknown.put("taxProof", null);
        assertThat(EnteredFacts.of(RuleGroup.SUPPLIER, unknown)).isEmpty();
    }

    @Test
    void noPersonsDataAndNoLotIsAsked() {
        assertThat(EnteredFacts.asked(RuleGroup.SUPPLIER))
                .isNotEmpty()
                .noneMatch(FactCatalogue.Fact::personal)
                .extracting(FactCatalogue.Fact::name)
                .contains("taxProof")
                .doesNotContain("lotNo", "bidders", "responsiblePersonKey");
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatDoesNotFitIsNamed(String fact, Object value) {
        assertThat(fields(RuleGroup.SUPPLIER, Map.of(fact, value))).containsExactly("facts." + fact);
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                arguments("colour", "red"),
                arguments("hops", List.of()),
                arguments("hopPosition", 1),
                arguments("lotNo", "L1"),
                arguments("bidders", List.of()),
                arguments("taxProof", "true"),
                arguments("mlpsLevel", 2.5),
                arguments("mlpsLevel", 3_000_000_000L),
                arguments("classShare", Double.NaN),
                arguments("classShare", new BigDecimal("1e40")),
                arguments("classShare", new BigDecimal("1e-40")),
                arguments("checkedOn", "20.5.2026"),
                arguments("checkedOn", "+123456789-01-01"),
                arguments("registeredName", " "),
                arguments("registeredName", "x".repeat(201)),
                arguments("registrationStatus", "existing"),
                arguments("creditPermits", "ENTERPRISE_FILED"),
                arguments("creditPermits", Arrays.asList("ENTERPRISE_FILED", "ENTERPRISE_FILED")),
                arguments("creditPermits", Arrays.asList("ENTERPRISE_FILED", null)));
    }

    private static List<String> fields(RuleGroup group, Map<String, Object> entered) {
        var refused = catchThrowableOfType(Invalid.class, () -> EnteredFacts.of(group, entered));
        return refused.problems().stream().map(FieldProblem::field).toList();
    }
}
