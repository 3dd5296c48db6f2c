package org.sluice.intake.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.intake.IntakeSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("closeSilentRequirement")
class CloseSilentRequirement implements JavaDelegate {

    private final IntakeSteps intake;

    CloseSilentRequirement(IntakeSteps intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        intake.closeSilent(CaseVariables.of(execution).caseId());
    }
}
