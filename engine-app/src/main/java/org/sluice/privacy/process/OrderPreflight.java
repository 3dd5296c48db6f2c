package org.sluice.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.PrivacyJobSteps;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("orderPreflight")
class OrderPreflight implements JavaDelegate {

    private final PrivacyJobSteps steps;

    OrderPreflight(PrivacyJobSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(PrivacyJobProcess.STEP_ID, steps.orderPreflight(variables.caseId()));
    }
}
