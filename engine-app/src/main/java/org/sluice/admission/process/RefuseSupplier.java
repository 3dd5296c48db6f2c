package org.sluice.admission.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.admission.SupplierAdmission;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("refuseSupplier")
class RefuseSupplier implements JavaDelegate {

    private final SupplierAdmission admission;

    RefuseSupplier(SupplierAdmission admission) {
        this.admission = admission;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        admission.refuse(variables.caseId());
        variables.put(SupplierAdmissionProcess.ADMITTED, false);
    }
}
