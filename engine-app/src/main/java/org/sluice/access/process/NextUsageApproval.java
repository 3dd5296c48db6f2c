package org.sluice.access.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.access.UsageSteps;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("nextUsageApproval")
class NextUsageApproval implements JavaDelegate {

    private final UsageSteps steps;

    NextUsageApproval(UsageSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var next = steps.next(variables.caseId());
        variables.put(UsageAuthorizationProcess.APPROVAL_WANTED, next.approver().isPresent());
        next.approver().ifPresent(role -> variables.put(UsageAuthorizationProcess.APPROVER_ROLE, role.name()));
        next.reminderAt().ifPresent(at -> variables.put(UsageAuthorizationProcess.USAGE_REMINDER_AT, at));
        variables.put(UsageAuthorizationProcess.COMMITTEE_WANTED, next.committee());
        variables.put(UsageAuthorizationProcess.VOTE_COUNT, (long) next.votes());
        variables.put(UsageAuthorizationProcess.PASSED, false);
    }
}
