package org.sluice.admission.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.admission.SupplierAdmission;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("admitSupplier")
class AdmitSupplier implements JavaDelegate {

    private final SupplierAdmission admission;

    AdmitSupplier(SupplierAdmission admission) {
        this.admission = admission;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(SupplierAdmissionProcess.ADMITTED, admission.admit(variables.caseId()));
    }
}
