package org.sluice.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.evaluation.EvaluationSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("renewProduct")
class RenewProduct implements JavaDelegate {

    private final EvaluationSteps steps;

    RenewProduct(EvaluationSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.renew(CaseVariables.of(execution).caseId());
    }
}
