package org.sluice.admission;

import org.sluice.process.Var;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.rulebook.Parameters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A member of the committee votes on a supplier. */
@Component
class VoteOnSupplierForm extends VoteForm {

    VoteOnSupplierForm(
            AdmissionStore store,
            Votes votes,
            Subjects subjects,
            Parameters parameters,
            ApplicationEventPublisher events) {
        super(store, votes, subjects, parameters, events);
    }

    @Override
    public String key() {
        return SupplierAdmissionProcess.Task.VOTE_ON_SUPPLIER;
    }

    @Override
    String dossierTask() {
        return SupplierAdmissionProcess.Task.FILE_SUPPLIER_DOSSIER;
    }

    @Override
    AdmissionKind kind() {
        return AdmissionKind.SUPPLIER;
    }

    @Override
    Var<Boolean> passed() {
        return SupplierAdmissionProcess.PASSED;
    }
}
