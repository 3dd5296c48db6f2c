package org.sluice.blacklist.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.blacklist.BlacklistSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("closeProposal")
class CloseProposal implements JavaDelegate {

    private final BlacklistSteps steps;

    CloseProposal(BlacklistSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.close(CaseVariables.of(execution).caseId());
    }
}
