package org.sluice.rulebook.process;

import java.lang.reflect.RecordComponent;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

/**
 * Start listener of every business rule task: puts the facts in as transient local variables, so that the table sees
 * them and the engine stores none of them.
 */
@Component("decisionFacts")
class DecisionFacts implements ExecutionListener {

    /** Where the outcome listener finds the very facts that the table saw. */
    static final String FACTS = "decisionFactsRecord";

    private final DecisionSteps steps;

    DecisionFacts(DecisionSteps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateExecution execution) throws ReflectiveOperationException {
        var facts = steps.at(execution).facts(CaseVariables.of(execution).caseId());
        for (RecordComponent component : facts.getClass().getRecordComponents()) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            execution.setVariableLocal(component.getName(), Variables.untypedValue(accessor.invoke(facts), true));
        }
        execution.setVariableLocal(FACTS, Variables.untypedValue(facts, true));
    }
}
