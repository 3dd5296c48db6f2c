package org.sluice.process.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.process.FieldProblem;

class RequirementFormTest {

    private static final RequirementForm SOUND = new RequirementForm(
            "小微企业纳税信息",
            "INCLUSIVE",
            "HO",
            "INC-01",
            DecisionImpact.LIMIT_OR_PRICE,
            false,
            SubjectType.ENTERPRISE,
            List.of("TAX"),
            List.of(new RequirementForm.FieldNeed("taxGrade", "授信额度测算", 3, true)),
            List.of(),
            24,
            InterfaceForm.REALTIME_API,
            100_000L,
            20,
            500,
            LocalDate.of(2026, 9, 30),
            Urgency.NORMAL,
            null,
            "减少人工尽调",
            new BigDecimal("800000"),
            BudgetSource.LINE,
            new BigDecimal("180000.00"),
            null,
            null,
            null,
            null,
            List.of());

    @Test
    void takesASoundForm() {
        assertThat(SOUND.problems()).isEmpty();
    }

    @Test
    void namesEveryMandatoryFieldOfAnEmptyForm() {
        assertThat(with(Map.of(), true).problems())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder(
                        "title",
                        "businessLine",
                        "branchCode",
                        "scenarioCode",
                        "decisionImpact",
                        "automatedDecision",
                        "subjectType",
                        "dataClasses",
                        "fieldsNeeded",
                        "interfaceForm",
                        "expectedCallsPerYear",
                        "neededBy",
                        "urgency",
                        "expectedBenefit",
                        "budgetSource");
    }

    @Test
    void asksAReasonForUrgency() {
        assertThat(fieldsOf(Map.of("urgency", Urgency.URGENT))).containsExactly("urgencyReason");
        assertThat(fieldsOf(Map.of("urgency", Urgency.URGENT, "urgencyReason", "监管检查")))
                .isEmpty();
        assertThat(fieldsOf(Map.of("urgency", Urgency.REGULATORY))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PERSON", "SELF_EMPLOYED", "BOTH"})
    void asksALegalBasisWherePersonsAreConcerned(SubjectType subject) {
        assertThat(with(Map.of("subjectType", subject), false).problems())
                .containsExactly(new FieldProblem("legalBasis", "requiredForPersons"));
        assertThat(fieldsOf(Map.of("subjectType", subject, "legalBasis", LegalBasis.CONSENT)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENTERPRISE", "NONE"})
    void asksNoLegalBasisElsewhere(SubjectType subject) {
        assertThat(fieldsOf(Map.of("subjectType", subject))).isEmpty();
    }

    @Test
    void wantsAmountAndSourceTogether() {
        assertThat(fieldsOf(Map.of("budgetSource", BudgetSource.NONE))).containsExactly("budgetSource");
        assertThat(fieldsOf(Map.of("budgetSource", BudgetSource.NONE, "budgetAmount", BigDecimal.ZERO)))
                .isEmpty();
        assertThat(fieldsOf(Map.of("budgetAmount", new BigDecimal("-1")))).containsExactly("budgetAmount");
    }

    @Test
    void asksAReasonForAPreferredSupplier() {
        assertThat(fieldsOf(Map.of("preferredSupplier", "SUP-0001"))).containsExactly("preferredSupplierReason");
    }

    @Test
    void namesTheLineOfAFieldThatIsWrong() {
        var needs = List.of(SOUND.fieldsNeeded().get(0), new RequirementForm.FieldNeed("income", " ", 6, null));
        assertThat(fieldsOf(Map.of("fieldsNeeded", needs)))
                .containsExactly("fieldsNeeded[1].reason", "fieldsNeeded[1].sensitivity", "fieldsNeeded[1].mandatory");
    }

    private static List<String> fieldsOf(Map<String, Object> changes) {
        return with(changes, false).problems().stream().map(FieldProblem::field).toList();
    }

    /** The sound form, or an empty one, with some components replaced. */
    private static RequirementForm with(Map<String, Object> changes, boolean empty) {
        var components = RequirementForm.class.getRecordComponents();
        var values = Arrays.stream(components)
                .map(each -> changes.getOrDefault(each.getName(), empty ? null : valueOf(each)))
                .toArray();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return RequirementForm.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object valueOf(RecordComponent component) {
        try {
            return component.getAccessor().invoke(SOUND);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }
}
