package org.sluice.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.PrivacyJobSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("closeStoppedJob")
class CloseStoppedJob implements JavaDelegate {

    private final PrivacyJobSteps steps;

    CloseStoppedJob(PrivacyJobSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.conclude(CaseVariables.of(execution).caseId());
    }
}
