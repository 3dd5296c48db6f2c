package org.sluice.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.sluice.process.intake.BudgetSource;
import org.sluice.process.intake.DecisionImpact;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementForm.FieldNeed;
import org.sluice.process.intake.SubjectType;

/**
 * One wish with another taken into it. What it is for, who asks and which line pays stay the host's; money, calls,
 * fields, classes, regions and subjects are those of both, and of two demands the stricter one counts.
 */
final class JointForm {

    /** By how much a use weighs on the customers whom the data is about. */
    private static final List<DecisionImpact> IMPACTS = List.of(
            DecisionImpact.NONE,
            DecisionImpact.LEGAL_DUTY,
            DecisionImpact.MARKETING,
            DecisionImpact.LIMIT_OR_PRICE,
            DecisionImpact.ADMISSION_REJECT);

    private JointForm() {}

    static RequirementForm of(RequirementForm host, RequirementForm joined) {
        return new RequirementForm(
                host.title(),
                host.businessLine(),
                host.branchCode(),
                host.scenarioCode(),
                either(host.decisionImpact(), joined.decisionImpact(), JointForm::heavier),
                either(host.automatedDecision(), joined.automatedDecision(), Boolean::logicalOr),
                subject(host.subjectType(), joined.subjectType()),
                union(host.dataClasses(), joined.dataClasses()),
                fields(host.fieldsNeeded(), joined.fieldsNeeded()),
                regions(host.regionScope(), joined.regionScope()),
                either(host.historyMonths(), joined.historyMonths(), Math::max),
                host.interfaceForm(),
                either(host.expectedCallsPerYear(), joined.expectedCallsPerYear(), Math::addExact),
                either(host.peakTps(), joined.peakTps(), Math::addExact),
                either(host.latencyMsP99(), joined.latencyMsP99(), Math::min),
                either(host.neededBy(), joined.neededBy(), BinaryOperator.minBy(Comparator.naturalOrder())),
                host.urgency(),
                host.urgencyReason(),
                host.expectedBenefit(),
                either(host.expectedBenefitPerYear(), joined.expectedBenefitPerYear(), BigDecimal::add),
                host.budgetSource() == BudgetSource.NONE ? joined.budgetSource() : host.budgetSource(),
                either(host.budgetAmount(), joined.budgetAmount(), BigDecimal::add),
                either(host.legalBasis(), joined.legalBasis(), (own, other) -> own),
                either(host.consentChannel(), joined.consentChannel(), (own, other) -> own),
                host.preferredSupplier(),
                host.preferredSupplierReason(),
                union(host.knownAlternatives(), joined.knownAlternatives()));
    }

    /** Whom both are about. */
    static @Nullable SubjectType subject(@Nullable SubjectType one, @Nullable SubjectType other) {
        if (one == null || one == SubjectType.NONE) {
            return other == null ? one : other;
        }
        return one == other || other == null || other == SubjectType.NONE ? one : SubjectType.BOTH;
    }

    /** No region means nation-wide, which holds every other. */
    static List<String> regions(List<String> one, List<String> other) {
        return one.isEmpty() || other.isEmpty() ? List.of() : union(one, other);
    }

    /** Each field once, with the reason of whoever asked first, and as sensitive and necessary as any of them says. */
    private static List<FieldNeed> fields(List<FieldNeed> host, List<FieldNeed> joined) {
        var all = new ArrayList<>(host);
        all.addAll(joined);
        var byName = new LinkedHashMap<String, FieldNeed>();
        all.forEach(need -> byName.merge(
                Similarity.comparable(Objects.requireNonNullElse(need.fieldName(), "")), need, JointForm::field));
        return List.copyOf(byName.values());
    }

    private static FieldNeed field(FieldNeed first, FieldNeed second) {
        return new FieldNeed(
                first.fieldName(),
                first.reason(),
                either(first.sensitivity(), second.sensitivity(), Math::max),
                either(first.mandatory(), second.mandatory(), Boolean::logicalOr));
    }

    private static DecisionImpact heavier(DecisionImpact one, DecisionImpact other) {
        return IMPACTS.indexOf(one) >= IMPACTS.indexOf(other) ? one : other;
    }

    private static <T> List<T> union(List<T> one, List<T> other) {
        var all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    private static <T> @Nullable T either(@Nullable T one, @Nullable T other, BinaryOperator<T> both) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return both.apply(one, other);
    }
}
