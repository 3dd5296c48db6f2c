package org.sluice.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.PrivacyJobSteps;
import org.sluice.process.privacy.PrivacyStepProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("concludePrivacyStep")
class ConcludePrivacyStep implements JavaDelegate {

    private final PrivacyJobSteps steps;

    ConcludePrivacyStep(PrivacyJobSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(PrivacyStepProcess.STEP_DONE, steps.conclude(variables.get(PrivacyStepProcess.STEP_ID)));
    }
}
