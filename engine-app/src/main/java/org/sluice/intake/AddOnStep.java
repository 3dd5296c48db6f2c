package org.sluice.intake;

import static org.sluice.shared.Details.details;

import java.math.BigDecimal;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/** Asks who approves besides the ladder because of risk, not money. */
@Component
class AddOnStep implements DecisionStep {

    /** Before procurement nobody knows the method. */
    static final String METHOD_UNKNOWN = "UNKNOWN";

    /** The table's inputs. */
    record Facts(boolean important, int jrLevel, boolean containsPI, String method, BigDecimal amount) {}

    private final Requirements requirements;
    private final RequirementStore store;
    private final ReviewSteps steps;
    private final Deadlines deadlines;
    private final Parameters parameters;

    AddOnStep(
            Requirements requirements,
            RequirementStore store,
            ReviewSteps steps,
            Deadlines deadlines,
            Parameters parameters) {
        this.requirements = requirements;
        this.store = store;
        this.steps = steps;
        this.deadlines = deadlines;
        this.parameters = parameters;
    }

    @Override
    public String element() {
        return "requirementAddOn";
    }

    @Override
    public String decision() {
        return RequirementIntakeProcess.Decision.APPROVAL_ADD_ON;
    }

    @Override
    public Record facts(CaseId caseId) {
        var requirement = store.get(caseId);
        return new Facts(
                requirement.jrLevel() >= parameters.whole("important.jrLevel"),
                requirement.jrLevel(),
                requirement.containsPersonalInfo(),
                METHOD_UNKNOWN,
                requirement.budget().amount());
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var base = steps.all(caseId, ReviewSteps.Round.REQUIREMENT).size();
        for (var row : rows) {
            deadlines.extend(caseId, Deadlines.ClockName.APPROVAL, row.whole("extraWorkingDays"));
            row.roles("adds")
                    .forEach(role ->
                            steps.add(caseId, ReviewSteps.Round.REQUIREMENT, role, decision() + "/" + row.row()));
        }
        var all = steps.all(caseId, ReviewSteps.Round.REQUIREMENT);
        requirements.publish(
                "requirement.approvalsFixed",
                requirements.open(caseId),
                null,
                details(
                        "approvers",
                        DecisionStep.written(
                                all.stream().map(ReviewSteps.Step::role).toList()),
                        "addedForRisk",
                        all.size() - base));
        return Flags.NONE;
    }
}
