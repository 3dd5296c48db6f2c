package org.sluice.procurement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.procurement.PurchaseSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("nextContractApproval")
class NextContractApproval implements JavaDelegate {

    private final PurchaseSteps steps;

    NextContractApproval(PurchaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var role = steps.nextApproval(variables.caseId());
        variables.put(ProcurementProcess.APPROVAL_WANTED, role.isPresent());
        role.ifPresent(asked -> variables.put(ProcurementProcess.APPROVER_ROLE, asked.name()));
    }
}
