package org.sluice.access.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.access.UsageSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("remindUsageApprover")
class RemindUsageApprover implements JavaDelegate {

    private final UsageSteps steps;

    RemindUsageApprover(UsageSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.remindApprover(CaseVariables.of(execution).caseId());
    }
}
