package org.sluice.rulebook.process;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.sluice.shared.DecisionStep;
import org.springframework.stereotype.Component;

/** Finds the step of a business rule task by the element, and the turn of it, that is being executed. */
@Component
class DecisionSteps {

    /** The engine's own, of what the model does several times. */
    private static final String TURN = "loopCounter";

    private final Map<String, DecisionStep> byElement;

    DecisionSteps(List<DecisionStep> steps) {
        byElement = steps.stream().collect(Collectors.toUnmodifiableMap(DecisionStep::element, Function.identity()));
    }

    DecisionStep at(DelegateExecution execution) {
        var step = byElement.get(execution.getCurrentActivityId());
        if (step == null) {
            throw new IllegalStateException("No decision step for element " + execution.getCurrentActivityId());
        }
        return execution.getVariable(TURN) instanceof Number turn ? step.about(turn.intValue()) : step;
    }
}
