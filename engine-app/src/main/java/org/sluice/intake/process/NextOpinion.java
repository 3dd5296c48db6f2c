package org.sluice.intake.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.intake.IntakeSteps;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("nextOpinion")
class NextOpinion implements JavaDelegate {

    private final IntakeSteps intake;

    NextOpinion(IntakeSteps intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var role = intake.nextOpinion(variables.caseId());
        variables.put(RequirementIntakeProcess.OPINION_WANTED, role.isPresent());
        role.ifPresent(asked -> variables.put(RequirementIntakeProcess.REVIEWER_ROLE, asked.name()));
    }
}
