package org.sluice.intake.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.intake.IntakeSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("acknowledgeWithdrawal")
class AcknowledgeWithdrawal implements JavaDelegate {

    private final IntakeSteps intake;

    AcknowledgeWithdrawal(IntakeSteps intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        intake.acknowledgeWithdrawal(CaseVariables.of(execution).caseId());
    }
}
