package org.sluice.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.PrivacyJobSteps;
import org.sluice.process.privacy.PrivacyOrderPartyProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("issuePrivacyOrder")
class IssuePrivacyOrder implements JavaDelegate {

    private final PrivacyJobSteps steps;

    IssuePrivacyOrder(PrivacyJobSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(steps.issue(
                variables.get(PrivacyOrderPartyProcess.STEP_ID),
                variables.get(PrivacyOrderPartyProcess.PARTY_ID),
                execution.getProcessInstanceId()));
    }
}
