package org.sluice.access.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.access.UsageSteps;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("screenUsage")
class ScreenUsage implements JavaDelegate {

    private final UsageSteps steps;

    ScreenUsage(UsageSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(UsageAuthorizationProcess.SOUND, steps.screen(variables.caseId()));
    }
}
