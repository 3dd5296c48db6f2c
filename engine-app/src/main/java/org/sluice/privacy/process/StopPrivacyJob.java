package org.sluice.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.PrivacyJobSteps;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("stopPrivacyJob")
class StopPrivacyJob implements JavaDelegate {

    private final PrivacyJobSteps steps;

    StopPrivacyJob(PrivacyJobSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var purge = steps.stop(variables.caseId());
        variables.put(PrivacyJobProcess.PURGE_ORDERED, purge.isPresent());
        purge.ifPresent(step -> variables.put(PrivacyJobProcess.STEP_ID, step));
    }
}
