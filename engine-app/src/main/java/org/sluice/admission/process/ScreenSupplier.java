package org.sluice.admission.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.admission.SupplierAdmission;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("screenSupplier")
class ScreenSupplier implements JavaDelegate {

    private final SupplierAdmission admission;

    ScreenSupplier(SupplierAdmission admission) {
        this.admission = admission;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var reviews = admission.screen(variables.caseId());
        variables.put(SupplierAdmissionProcess.REVIEWS_WANTED, reviews > 0);
        variables.put(SupplierAdmissionProcess.REVIEW_COUNT, (long) reviews);
    }
}
