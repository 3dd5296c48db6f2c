package org.sluice.exit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.exit.ExitSteps;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("switchGrants")
class SwitchGrants implements JavaDelegate {

    private final ExitSteps steps;

    SwitchGrants(ExitSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var outcome = steps.switchGrants(variables.caseId());
        variables.put(DataExitProcess.SWITCHED, outcome.switched());
        variables.put(DataExitProcess.CONTRACTS_OPEN, outcome.contractsOpen());
    }
}
