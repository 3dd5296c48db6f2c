package org.sluice.procurement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.procurement.PurchaseSteps;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("dropBarredOffer")
class DropBarredOffer implements JavaDelegate {

    private final PurchaseSteps steps;

    DropBarredOffer(PurchaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.dropBarredOffer(CaseVariables.of(execution).caseId());
    }
}
