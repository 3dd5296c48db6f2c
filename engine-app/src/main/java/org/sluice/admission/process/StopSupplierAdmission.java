package org.sluice.admission.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.admission.AdmissionKind;
import org.sluice.admission.Admissions;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("stopSupplierAdmission")
class StopSupplierAdmission implements JavaDelegate {

    private final Admissions admissions;

    StopSupplierAdmission(Admissions admissions) {
        this.admissions = admissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        admissions.acknowledgeStop(variables.caseId(), AdmissionKind.SUPPLIER);
        variables.put(SupplierAdmissionProcess.ADMITTED, false);
    }
}
