package org.sluice.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.evaluation.EvaluationSteps;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("tellSupplier")
class TellSupplier implements JavaDelegate {

    private final EvaluationSteps steps;

    TellSupplier(EvaluationSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var until = steps.tellSupplier(variables.caseId()).until();
        variables.put(EvaluationCycleProcess.OBJECTION_OPEN, until != null);
        if (until != null) {
            variables.put(EvaluationCycleProcess.OBJECTION_UNTIL, until);
        }
    }
}
