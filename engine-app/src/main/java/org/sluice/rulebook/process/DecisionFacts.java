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

    /** The very facts that the table sees, for the outcome listener on the same thread. */
    private static final ThreadLocal<@Nullable Record> LAST = new ThreadLocal<>();

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
            known.put(component.getName(), accessor.invoke(facts));
        }
        requireAll(step.decision(), known);
        known.forEach((name, value) -> execution.setVariableLocal(name, Variables.untypedValue(value, true)));
        LAST.set(facts);
    }

    /** A row never fires on a missing fact, so a table would pass in silence: it is stopped, and an operator sees it. */
    private void requireAll(String decision, Map<String, @Nullable Object> known) {
        var missing = tables.table(decision).missingFrom(known);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Table " + decision + " has no value for " + missing);
        }
    }

    /** The facts of the evaluation that this thread has just made, which are forgotten then. */
    Record take() {
        var facts = LAST.get();
        LAST.remove();
        if (facts == null) {
            throw new IllegalStateException("No table was asked on this thread");
        }
        return facts;
    }
}
