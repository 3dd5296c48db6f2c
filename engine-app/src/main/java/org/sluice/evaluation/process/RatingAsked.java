package org.sluice.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.sluice.evaluation.EvaluationSteps;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

/** Begins each of the ratings that are asked at once: says which one it is, and which unit's. */
@Component("ratingAsked")
class RatingAsked implements ExecutionListener {

    /** Set by the engine for each instance, from 0. */
    private static final String LOOP_COUNTER = "loopCounter";

    private final EvaluationSteps steps;

    RatingAsked(EvaluationSteps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var place = (Integer) execution.getVariable(LOOP_COUNTER);
        var asking = steps.asking(variables.caseId(), place);
        variables.putLocal(EvaluationCycleProcess.ITEM, asking.rating().toString());
        variables.putLocal(EvaluationCycleProcess.UNIT, asking.unit().value());
    }
}
