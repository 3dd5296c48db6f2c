package org.sluice.procurement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.procurement.PurchaseSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("strikeOffer")
class StrikeOffer implements JavaDelegate {

    private final PurchaseSteps steps;

    StrikeOffer(PurchaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(ProcurementProcess.OFFERS_LEFT, steps.strikeOffer(variables.caseId()));
    }
}
