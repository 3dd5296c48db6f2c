package org.sluice.admission.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.admission.ProductAdmission;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("admitProduct")
class AdmitProduct implements JavaDelegate {

    private final ProductAdmission admission;

    AdmitProduct(ProductAdmission admission) {
        this.admission = admission;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(admission.admit(variables.caseId()));
    }
}
