package org.sluice.admission.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.admission.AdmissionKind;
import org.sluice.admission.Admissions;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("stopDataAdmission")
class StopDataAdmission implements JavaDelegate {

    private final Admissions admissions;

    StopDataAdmission(Admissions admissions) {
        this.admissions = admissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        admissions.acknowledgeStop(variables.caseId(), AdmissionKind.PRODUCT);
        variables.put(DataAdmissionProcess.ADMITTED, false);
        variables.put(DataAdmissionProcess.CONDITIONAL, false);
    }
}
