package org.sluice.access.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.access.UsageSteps;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("reserveUsageCost")
class ReserveUsageCost implements JavaDelegate {

    private final UsageSteps steps;

    ReserveUsageCost(UsageSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(UsageAuthorizationProcess.COVERED, steps.reserve(variables.caseId()));
    }
}
