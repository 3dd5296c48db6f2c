package org.sluice.intake.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.intake.IntakeSteps;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("reserveBudget")
class ReserveBudget implements JavaDelegate {

    private final IntakeSteps intake;

    ReserveBudget(IntakeSteps intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(RequirementIntakeProcess.RESERVED, intake.reserveBudget(variables.caseId()));
    }
}
