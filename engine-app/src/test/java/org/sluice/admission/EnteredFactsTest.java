package org.sluice.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    void purposesAreChoicesAndWhatWasFiledBeforeTheyWereSaysNothing() {
        assertThat(FactCatalogue.fact(RuleGroup.DATA, "sourcePurposes").codes()).contains("CREDIT_ADMISSION");
        assertThat(fields(RuleGroup.DATA, Map.of("sourcePurposes", List.of("CREDIT"), "scenarioPurpose", "CREDIT")))
                .containsExactlyInAnyOrder("facts.sourcePurposes", "facts.scenarioPurpose");
        assertThat(EnteredFacts.stillFit(
                        RuleGroup.DATA,
                        Map.of(
                                "sourcePurposes",
                                List.of("CREDIT"),
                                "scenarioPurpose",
                                "MARKETING",
                                "hops",
                                List.of(Map.of("hopPosition", 1, "hopDocumented", true)))))
                .isEqualTo(Map.of(
                        "scenarioPurpose",
                        "MARKETING",
                        "hops",
                        List.of(Map.of("hopPosition", 1, "hopDocumented", true))));
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
                arguments("adminPenaltyCount24m", 3_000_000_000L),
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

    @ParameterizedTest
    @MethodSource("outOfBounds")
    void whatCannotBeIsRefusedWithItsNameAndTheRemedy(
            RuleGroup group, String fact, Object value, String zh, String en) {
        var refused = catchThrowableOfType(Invalid.class, () -> EnteredFacts.of(group, Map.of(fact, value)));

        assertThat(refused.problems()).hasSize(1);
        var problem = refused.problems().get(0);
        assertThat(problem.field()).isEqualTo("facts." + fact);
        assertThat(problem.text(Locale.CHINESE)).isEqualTo(zh);
        assertThat(problem.text(Locale.ENGLISH)).isEqualTo(en);
    }

    static Stream<Arguments> outOfBounds() {
        return Stream.of(
                arguments(
                        RuleGroup.SUPPLIER,
                        "spendShare",
                        63,
                        "“占本行外部数据支出的比例”是占比，须在 0% 至 100% 之间；通过接口提交时用 0 至 1 的小数，如 63% 为 0.63。",
                        "“Share of the bank's external-data spend” is a share: between 0% and 100%. In the API it is a"
                                + " number from 0 to 1, such as 0.63 for 63%."),
                arguments(
                        RuleGroup.SUPPLIER,
                        "adminPenaltyCount24m",
                        -5,
                        "“近24个月行政处罚次数”不得小于 0，请核对后重填。",
                        "“Administrative penalties in 24 months” must not be less than 0. Check the number and enter it"
                                + " again."));
    }

    @Test
    void whatATestCannotHaveMeasuredIsRefusedWithTheRemedy() {
        var refused = catchThrowableOfType(Invalid.class, () -> EnteredFacts.ofTest(Map.of("ks", 1.2)));

        assertThat(refused.problems()).hasSize(1);
        var problem = refused.problems().get(0);
        assertThat(problem.field()).isEqualTo("facts.ks");
        assertThat(problem.text(Locale.CHINESE)).isEqualTo("“KS”须在 0 至 1 之间，请核对后重填。");
        assertThat(problem.text(Locale.ENGLISH))
                .isEqualTo("“KS” lies between 0 and 1. Check the number and enter it again.");
    }

    @Test
    void whatLiesOnABoundIsTaken() {
        assertThat(EnteredFacts.of(RuleGroup.SUPPLIER, Map.of("classShare", 1, "spendShare", 0, "mlpsLevel", 5)))
                .hasSize(3);
    }

    private static List<String> fields(RuleGroup group, Map<String, Object> entered) {
        var refused = catchThrowableOfType(Invalid.class, () -> EnteredFacts.of(group, entered));
        return refused.problems().stream().map(FieldProblem::field).toList();
    }
}
