package org.sluice.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.PrivacyJobSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("concludePrivacyJob")
class ConcludePrivacyJob implements JavaDelegate {

    private final PrivacyJobSteps steps;

    ConcludePrivacyJob(PrivacyJobSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.conclude(CaseVariables.of(execution).caseId());
    }
}
