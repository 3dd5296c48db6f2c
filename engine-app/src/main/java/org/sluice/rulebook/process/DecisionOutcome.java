package org.sluice.rulebook.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.sluice.rulebook.Decisions;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

/** End listener of every business rule task: keeps the decision and puts it into effect, in the same transaction. */
@Component("decisionOutcome")
class DecisionOutcome implements ExecutionListener {

    private final DecisionSteps steps;
    private final DecisionFacts asked;
    private final FiredRows firedRows;
    private final Decisions decisions;

    DecisionOutcome(DecisionSteps steps, DecisionFacts asked, FiredRows firedRows, Decisions decisions) {
        this.steps = steps;
        this.asked = asked;
        this.firedRows = firedRows;
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.isCanceled()) {
            // a message has ended the wait before the table was asked
            return;
        }
        var step = steps.at(execution);
        var variables = CaseVariables.of(execution);
        var facts = asked.take();
        var rows = firedRows.take(step.decision());
        decisions.keep(variables.caseId(), step, facts, rows);
        variables.put(step.apply(variables.caseId(), rows));
    }
}
