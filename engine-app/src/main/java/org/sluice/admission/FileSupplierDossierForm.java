package org.sluice.admission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.admission.FileSupplierDossier;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.rules.RuleGroup;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Procurement enters what is known about the supplier. */
@Component
class FileSupplierDossierForm implements TaskForm<FileSupplierDossier> {

    private final AdmissionStore store;
    private final Dossiers dossiers;
    private final SupplierDossier dossier;
    private final Subjects subjects;
    private final Parameters parameters;
    private final SupplierRegister suppliers;
    private final ApplicationEventPublisher events;

    FileSupplierDossierForm(
            AdmissionStore store,
            Dossiers dossiers,
            SupplierDossier dossier,
            Subjects subjects,
            Parameters parameters,
            SupplierRegister suppliers,
            ApplicationEventPublisher events) {
        this.store = store;
        this.dossiers = dossiers;
        this.dossier = dossier;
        this.subjects = subjects;
        this.parameters = parameters;
        this.suppliers = suppliers;
        this.events = events;
    }

    @Override
    public String key() {
        return SupplierAdmissionProcess.Task.FILE_SUPPLIER_DOSSIER;
    }

    @Override
    public Class<FileSupplierDossier> body() {
        return FileSupplierDossier.class;
    }

    @Override
    public FileSupplierDossier example(CaseId caseId) {
        var admission = store.findOpen(caseId, AdmissionKind.SUPPLIER);
        return new FileSupplierDossier(
                admission.map(dossier::example).orElse(Map.of("registrationStatus", "EXISTING")),
                "Business licence, list checks and due diligence of this month are on file.");
    }

    @Override
    public LocalText subject(CaseId caseId) {
        return subjects.of(caseId, AdmissionKind.SUPPLIER);
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return parameters.term("admission.dossier.due", asked);
    }

    @Override
    public void lookUp(CaseId caseId, FileSupplierDossier body, Problems problems) {
        EnteredFacts.check(RuleGroup.SUPPLIER, Objects.requireNonNullElse(body.facts(), Map.of()), problems);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, FileSupplierDossier body) {
        var admission = store.open(caseId, AdmissionKind.SUPPLIER);
        dossiers.file(admission, RuleGroup.SUPPLIER, Objects.requireNonNull(body.facts()), body.note(), actor.id());
        var supplier = suppliers.get(admission.subject());
        events.publishEvent(Auditable.of("admission.dossierFiled", caseId, actor, "supplier " + supplier.code())
                .with("supplier", supplier.name())
                .with("round", admission.round())
                .with("comment", body.note()));
        return Flags.NONE;
    }
}
