package org.sluice.procurement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.procurement.PurchaseSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("openPurchase")
class OpenPurchase implements JavaDelegate {

    private final PurchaseSteps steps;

    OpenPurchase(PurchaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(ProcurementProcess.WANTED, steps.takeUp(variables.caseId()));
        variables.put(ProcurementProcess.CHOOSE_AGAIN, steps.choosesAgain(variables.caseId()));
    }
}
