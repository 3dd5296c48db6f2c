package org.sluice.blacklist.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.sluice.blacklist.BlacklistSteps;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

/** Begins each of the reviews of related parties that are asked at once: says which one it is. */
@Component("relatedPartyAsked")
class RelatedPartyAsked implements ExecutionListener {

    /** Set by the engine for each instance, from 0. */
    private static final String LOOP_COUNTER = "loopCounter";

    private final BlacklistSteps steps;

    RelatedPartyAsked(BlacklistSteps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var place = (Integer) execution.getVariable(LOOP_COUNTER);
        variables.putLocal(
                SupplierBlacklistProcess.ITEM,
                steps.nthRelated(variables.caseId(), place).toString());
    }
}
