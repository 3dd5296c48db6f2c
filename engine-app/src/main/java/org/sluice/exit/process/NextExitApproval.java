package org.sluice.exit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.exit.ExitSteps;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("nextExitApproval")
class NextExitApproval implements JavaDelegate {

    private final ExitSteps steps;

    NextExitApproval(ExitSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var wanted = steps.nextApproval(variables.caseId());
        variables.put(DataExitProcess.APPROVAL_WANTED, wanted.isPresent());
        wanted.ifPresent(approval -> {
            variables.put(DataExitProcess.APPROVER_ROLE, approval.role().name());
            variables.put(DataExitProcess.APPROVAL_UNTIL, approval.until());
        });
    }
}
