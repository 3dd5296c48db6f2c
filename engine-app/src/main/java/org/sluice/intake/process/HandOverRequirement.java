package org.sluice.intake.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.intake.IntakeSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("handOverRequirement")
class HandOverRequirement implements JavaDelegate {

    private final IntakeSteps intake;

    HandOverRequirement(IntakeSteps intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        intake.handOver(CaseVariables.of(execution).caseId());
    }
}
