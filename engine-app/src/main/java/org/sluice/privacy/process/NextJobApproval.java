package org.sluice.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.PrivacyJobSteps;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("nextJobApproval")
class NextJobApproval implements JavaDelegate {

    private final PrivacyJobSteps steps;

    NextJobApproval(PrivacyJobSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var next = steps.next(variables.caseId());
        variables.put(PrivacyJobProcess.APPROVAL_WANTED, next.isPresent());
        next.ifPresent(role -> variables.put(PrivacyJobProcess.APPROVER_ROLE, role.name()));
    }
}
