package org.sluice.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.evaluation.EvaluationSteps;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("collectFigures")
class CollectFigures implements JavaDelegate {

    private final EvaluationSteps steps;

    CollectFigures(EvaluationSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var asked = steps.collectFigures(variables.caseId());
        variables.put(EvaluationCycleProcess.RATINGS_WANTED, asked.ratings() > 0);
        variables.put(EvaluationCycleProcess.RATING_COUNT, asked.ratings());
        variables.put(EvaluationCycleProcess.ITEM_COUNT, asked.items());
        variables.put(EvaluationCycleProcess.RATINGS_UNTIL, asked.until());
    }
}
