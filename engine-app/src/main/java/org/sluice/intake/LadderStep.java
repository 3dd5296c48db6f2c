package org.sluice.intake;

import java.math.BigDecimal;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/** Asks the ladder who approves the budgeted amount; the method is not known before procurement. */
@Component
class LadderStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(BigDecimal amount, String method) {}

    private final RequirementStore store;
    private final ReviewSteps steps;
    private final Deadlines deadlines;

    LadderStep(RequirementStore store, ReviewSteps steps, Deadlines deadlines) {
        this.store = store;
        this.steps = steps;
        this.deadlines = deadlines;
    }

    @Override
    public String element() {
        return "requirementLadder";
    }

    @Override
    public String decision() {
        return RequirementIntakeProcess.Decision.APPROVAL_LADDER;
    }

    @Override
    public Record facts(CaseId caseId) {
        return new Facts(store.get(caseId).budget().amount(), AddOnStep.METHOD_UNKNOWN);
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var row = rows.get(0);
        deadlines.start(caseId, Deadlines.ClockName.APPROVAL, row.whole("slaWorkingDays"));
        row.roles("approvers")
                .forEach(role -> steps.add(caseId, ReviewSteps.Round.REQUIREMENT, role, decision() + "/" + row.row()));
        steps.doer(caseId, RequirementIntakeProcess.Task.CONFIRM_NEED)
                .ifPresent(owner -> steps.count(caseId, ReviewSteps.Round.REQUIREMENT, Role.BUSINESS_OWNER, owner));
        return Flags.NONE;
    }
}
