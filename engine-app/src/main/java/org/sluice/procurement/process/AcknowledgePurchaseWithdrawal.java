package org.sluice.procurement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.procurement.PurchaseSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("acknowledgePurchaseWithdrawal")
class AcknowledgePurchaseWithdrawal implements JavaDelegate {

    private final PurchaseSteps steps;

    AcknowledgePurchaseWithdrawal(PurchaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.acknowledgeWithdrawal(CaseVariables.of(execution).caseId());
    }
}
