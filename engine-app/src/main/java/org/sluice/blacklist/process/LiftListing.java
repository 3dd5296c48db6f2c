package org.sluice.blacklist.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.blacklist.EarlyLifting;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("liftListing")
class LiftListing implements JavaDelegate {

    private final EarlyLifting earlyLifting;

    LiftListing(EarlyLifting earlyLifting) {
        this.earlyLifting = earlyLifting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        earlyLifting.lift(CaseVariables.of(execution).caseId());
    }
}
