package org.sluice.intake.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.intake.IntakeSteps;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("nextApproval")
class NextApproval implements JavaDelegate {

    private final IntakeSteps intake;

    NextApproval(IntakeSteps intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var role = intake.nextApproval(variables.caseId());
        variables.put(RequirementIntakeProcess.APPROVAL_WANTED, role.isPresent());
        role.ifPresent(asked -> variables.put(RequirementIntakeProcess.APPROVER_ROLE, asked.name()));
    }
}
