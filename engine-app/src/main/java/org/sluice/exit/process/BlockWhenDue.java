package org.sluice.exit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.exit.ExitSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("blockWhenDue")
class BlockWhenDue implements JavaDelegate {

    private final ExitSteps steps;

    BlockWhenDue(ExitSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.blockWhenDue(CaseVariables.of(execution).caseId());
    }
}
