package org.sluice.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.PrivacyJobSteps;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("judgePreflight")
class JudgePreflight implements JavaDelegate {

    private final PrivacyJobSteps steps;

    JudgePreflight(PrivacyJobSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(PrivacyJobProcess.FIT, steps.judgePreflight(variables.caseId()));
    }
}
