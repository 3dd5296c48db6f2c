package org.sluice.access.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.access.UsageSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("acknowledgeUsageWithdrawal")
class AcknowledgeUsageWithdrawal implements JavaDelegate {

    private final UsageSteps steps;

    AcknowledgeUsageWithdrawal(UsageSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.acknowledgeWithdrawal(CaseVariables.of(execution).caseId());
    }
}
