package org.sluice.rulebook.process;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.sluice.rules.DecisionTables;
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
    private final DecisionTables tables;

    DecisionFacts(DecisionSteps steps, DecisionTables tables) {
        this.steps = steps;
        this.tables = tables;
    }

    @Override
    public void notify(DelegateExecution execution) throws ReflectiveOperationException {
        var step = steps.at(execution);
        var facts = step.facts(CaseVariables.of(execution).caseId());
        var known = new HashMap<String, @Nullable Object>();
        for (RecordComponent component : facts.getClass().getRecordComponents()) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            execution.setVariableLocal(component.getName(), Variables.untypedValue(accessor.invoke(facts), true));
        }
        execution.setVariableLocal(FACTS, Variables.untypedValue(facts, true));
    }

    /** A row never fires on a missing fact, so a table would pass in silence: it is stopped, and an operator sees it. */
    private void requireAll(String decision, Map<String, @Nullable Object> known) {
        var missing = tables.table(decision).missingFrom(known);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Table " + decision + " has no value for " + missing);
        }
    }
}
