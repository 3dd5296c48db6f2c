package org.sluice.admission;

import java.util.Set;
import org.sluice.process.Var;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.CaseFiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A member of the committee votes on a product. */
@Component
class VoteOnProductForm extends VoteForm {

    VoteOnProductForm(
            AdmissionStore store,
            Votes votes,
            Subjects subjects,
            Parameters parameters,
            ApplicationEventPublisher events) {
        super(store, votes, subjects, parameters, events);
    }

    @Override
    public String key() {
        return DataAdmissionProcess.Task.VOTE_ON_PRODUCT;
    }

    /** Nor does whoever has reported the test vote on what follows from it. */
    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, dossierTask(), DataAdmissionProcess.Task.REPORT_SAMPLE_TEST);
    }

    @Override
    String dossierTask() {
        return DataAdmissionProcess.Task.FILE_PRODUCT_DOSSIER;
    }

    @Override
    AdmissionKind kind() {
        return AdmissionKind.PRODUCT;
    }

    @Override
    Var<Boolean> passed() {
        return DataAdmissionProcess.PASSED;
    }
}
