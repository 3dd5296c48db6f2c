package org.sluice.process.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * The start form of a requirement (domain section 2.2). Fields may be null while a person types; {@link #check} tells
 * what is missing.
 *
 * @param businessLine code of one of the seven lines
 * @param branchCode the unit that wants the data: head office or a branch
 * @param dataClasses codes of data classes, at least one
 * @param regionScope regions that the data must cover; empty means nation-wide
 * @param expectedBenefitPerYear CNY a year
 * @param budgetAmount CNY; required unless the source is NONE
 * @param legalBasis required when the subjects are or may be persons, or a field is personal information (PIPL art. 13)
 * @param preferredSupplier supplier code, with a reason; not binding
 * @param knownAlternatives codes of products that the requester has looked at
 */
public record RequirementForm(
        @Nullable String title,
        @Nullable String businessLine,
        @Nullable String branchCode,
        @Nullable String scenarioCode,
        @Nullable DecisionImpact decisionImpact,
        @Nullable Boolean automatedDecision,
        @Nullable SubjectType subjectType,
        List<String> dataClasses,
        List<FieldNeed> fieldsNeeded,
        List<String> regionScope,
        @Nullable Integer historyMonths,
        @Nullable InterfaceForm interfaceForm,
        @Nullable Long expectedCallsPerYear,
        @Nullable Integer peakTps,
        @Nullable Integer latencyMsP99,
        @Nullable LocalDate neededBy,
        @Nullable Urgency urgency,
        @Nullable String urgencyReason,
        @Nullable String expectedBenefit,
        @Nullable BigDecimal expectedBenefitPerYear,
        @Nullable BudgetSource budgetSource,
        @Nullable BigDecimal budgetAmount,
        @Nullable LegalBasis legalBasis,
        @Nullable ConsentChannel consentChannel,
        @Nullable String preferredSupplier,
        @Nullable String preferredSupplierReason,
        List<String> knownAlternatives)
        implements Body {

    @SuppressWarnings("NullAway") // JSON may leave a list out; inside it is never null
    public RequirementForm {
        dataClasses = dataClasses == null ? List.of() : List.copyOf(dataClasses);
        fieldsNeeded = fieldsNeeded == null ? List.of() : List.copyOf(fieldsNeeded);
        regionScope = regionScope == null ? List.of() : List.copyOf(regionScope);
        knownAlternatives = knownAlternatives == null ? List.of() : List.copyOf(knownAlternatives);
    }

    /**
     * A field that the requester needs, with the reason that makes it necessary (PIPL art. 6).
     *
     * @param sensitivity JR/T 0197 level 1 to 5
     */
    public record FieldNeed(
            @Nullable String fieldName,
            @Nullable String reason,
            @Nullable Integer sensitivity,
            @Nullable Boolean mandatory) {}

    /**
     * True when the requester says that the data is or may be about natural persons; the self-employed count (domain
     * section 2.2). Personal information can also follow from classes and fields, which only the catalogue knows.
     */
    public boolean aboutPersons() {
        return subjectType == SubjectType.PERSON
                || subjectType == SubjectType.SELF_EMPLOYED
                || subjectType == SubjectType.BOTH;
    }

    @Override
    public void check(Problems problems) {
        problems.required("title", title)
                .atMost("title", title, 80)
                .required("businessLine", businessLine)
                .required("branchCode", branchCode)
                .required("scenarioCode", scenarioCode)
                .required("decisionImpact", decisionImpact)
                .required("automatedDecision", automatedDecision)
                .required("subjectType", subjectType)
                .required("dataClasses", dataClasses)
                .required("fieldsNeeded", fieldsNeeded)
                .between("historyMonths", historyMonths, 0, 60)
                .required("interfaceForm", interfaceForm)
                .required("expectedCallsPerYear", expectedCallsPerYear)
                .between("expectedCallsPerYear", expectedCallsPerYear, 0, 1_000_000_000_000L)
                .between("peakTps", peakTps, 0, 1_000_000)
                .between("latencyMsP99", latencyMsP99, 1, 3_600_000)
                .required("neededBy", neededBy)
                .required("urgency", urgency)
                .required("expectedBenefit", expectedBenefit)
                .atMost("expectedBenefit", expectedBenefit, 2000)
                .amount("expectedBenefitPerYear", expectedBenefitPerYear)
                .required("budgetSource", budgetSource)
                .amount("budgetAmount", budgetAmount)
                .when(urgency == Urgency.URGENT && isBlank(urgencyReason), "urgencyReason", "required")
                .when(
                        budgetSource != null && budgetSource != BudgetSource.NONE && budgetAmount == null,
                        "budgetAmount",
                        "required")
                .when(
                        budgetSource == BudgetSource.NONE && budgetAmount != null && budgetAmount.signum() > 0,
                        "budgetSource",
                        "sourceForAmount")
                .when(aboutPersons() && legalBasis == null, "legalBasis", "requiredForPersons")
                .when(
                        !isBlank(preferredSupplier) && isBlank(preferredSupplierReason),
                        "preferredSupplierReason",
                        "required");
        for (int i = 0; i < fieldsNeeded.size(); i++) {
            var need = fieldsNeeded.get(i);
            var at = "fieldsNeeded[" + i + "].";
            problems.required(at + "fieldName", need.fieldName())
                    .required(at + "reason", need.reason())
                    .required(at + "sensitivity", need.sensitivity())
                    .between(at + "sensitivity", need.sensitivity(), 1, 5)
                    .required(at + "mandatory", need.mandatory());
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
