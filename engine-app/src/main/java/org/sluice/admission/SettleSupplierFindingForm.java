package org.sluice.admission;

import java.time.Clock;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.rulebook.Parameters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A reviewer answers one finding about a supplier. */
@Component
class SettleSupplierFindingForm extends SettleFindingForm {

    SettleSupplierFindingForm(
            AdmissionStore store,
            Findings findings,
            FindingReviews reviews,
            Subjects subjects,
            Parameters parameters,
            Clock clock,
            ApplicationEventPublisher events) {
        super(store, findings, reviews, subjects, parameters, clock, events);
    }

    @Override
    public String key() {
        return SupplierAdmissionProcess.Task.SETTLE_SUPPLIER_FINDING;
    }

    @Override
    String dossierTask() {
        return SupplierAdmissionProcess.Task.FILE_SUPPLIER_DOSSIER;
    }

    @Override
    AdmissionKind kind() {
        return AdmissionKind.SUPPLIER;
    }
}
