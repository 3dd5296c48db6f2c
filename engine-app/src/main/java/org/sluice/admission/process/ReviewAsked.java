package org.sluice.admission.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.sluice.admission.AdmissionKind;
import org.sluice.admission.Reviewers;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

/** Begins each of the reviews that are asked at once: says which one it is, and whose. */
@Component("reviewAsked")
class ReviewAsked implements ExecutionListener {

    /** Set by the engine for each instance, from 0. */
    private static final String LOOP_COUNTER = "loopCounter";

    private final Reviewers reviewers;

    ReviewAsked(Reviewers reviewers) {
        this.reviewers = reviewers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var kind = execution.getCurrentActivityId().equals(SupplierAdmissionProcess.Task.SETTLE_SUPPLIER_FINDING)
                ? AdmissionKind.SUPPLIER
                : AdmissionKind.PRODUCT;
        var place = (Integer) execution.getVariable(LOOP_COUNTER);
        var asked = reviewers.nth(variables.caseId(), kind, place);
        variables.putLocal(SupplierAdmissionProcess.ITEM, asked.review().toString());
        variables.putLocal(SupplierAdmissionProcess.REVIEWER_ROLE, asked.role().name());
    }
}
