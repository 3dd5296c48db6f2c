package org.sluice.blacklist.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.blacklist.EarlyLifting;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("refuseLifting")
class RefuseLifting implements JavaDelegate {

    private final EarlyLifting earlyLifting;

    RefuseLifting(EarlyLifting earlyLifting) {
        this.earlyLifting = earlyLifting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        earlyLifting.leave(CaseVariables.of(execution).caseId());
    }
}
