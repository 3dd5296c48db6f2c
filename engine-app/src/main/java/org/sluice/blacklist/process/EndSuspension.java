package org.sluice.blacklist.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.blacklist.Suspending;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("endSuspension")
class EndSuspension implements JavaDelegate {

    private final Suspending suspending;

    EndSuspension(Suspending suspending) {
        this.suspending = suspending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        suspending.runOut(CaseVariables.of(execution).caseId());
    }
}
