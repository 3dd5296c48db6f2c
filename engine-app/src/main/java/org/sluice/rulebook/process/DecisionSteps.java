package org.sluice.rulebook.process;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.sluice.shared.DecisionStep;
import org.springframework.stereotype.Component;

/** Finds the step of a business rule task by the element that is being executed. */
@Component
class DecisionSteps {

    private final Map<String, DecisionStep> byElement;

    DecisionSteps(List<DecisionStep> steps) {
        byElement = steps.stream().collect(Collectors.toUnmodifiableMap(DecisionStep::element, Function.identity()));
    }

    DecisionStep at(DelegateExecution execution) {
        var step = byElement.get(execution.getCurrentActivityId());
        if (step == null) {
            throw new IllegalStateException("No decision step for element " + execution.getCurrentActivityId());
        }
        return step;
    }
}
