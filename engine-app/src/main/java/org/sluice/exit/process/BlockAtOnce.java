package org.sluice.exit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.exit.ExitSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("blockAtOnce")
class BlockAtOnce implements JavaDelegate {

    private final ExitSteps steps;

    BlockAtOnce(ExitSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.blockAtOnce(CaseVariables.of(execution).caseId());
    }
}
