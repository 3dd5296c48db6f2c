package org.sluice.admission;

import java.time.Clock;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.rulebook.Parameters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A reviewer answers one finding about a product. */
@Component
class SettleProductFindingForm extends SettleFindingForm {

    SettleProductFindingForm(
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
        return DataAdmissionProcess.Task.SETTLE_PRODUCT_FINDING;
    }

    @Override
    String dossierTask() {
        return DataAdmissionProcess.Task.FILE_PRODUCT_DOSSIER;
    }

    @Override
    AdmissionKind kind() {
        return AdmissionKind.PRODUCT;
    }
}
