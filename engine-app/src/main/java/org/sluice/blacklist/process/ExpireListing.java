package org.sluice.blacklist.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.blacklist.BlacklistSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("expireListing")
class ExpireListing implements JavaDelegate {

    private final BlacklistSteps steps;

    ExpireListing(BlacklistSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.expire(CaseVariables.of(execution).caseId());
    }
}
