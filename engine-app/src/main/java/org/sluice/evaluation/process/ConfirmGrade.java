package org.sluice.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.evaluation.EvaluationSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("confirmGrade")
class ConfirmGrade implements JavaDelegate {

    private final EvaluationSteps steps;

    ConfirmGrade(EvaluationSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.confirmGrade(CaseVariables.of(execution).caseId());
    }
}
