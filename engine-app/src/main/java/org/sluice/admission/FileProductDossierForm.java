package org.sluice.admission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.admission.FieldTag;
import org.sluice.process.admission.FileProductDossier;
import org.sluice.process.admission.Granularity;
import org.sluice.process.admission.PrivacyNeed;
import org.sluice.process.admission.ProductField;
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

/** The steward enters what is known about the product, and tags each of its fields. */
@Component
class FileProductDossierForm implements TaskForm<FileProductDossier> {

    private final CaseFiles files;
    private final AdmissionStore store;
    private final Dossiers filed;
    private final ProductDossiers dossiers;
    private final SoundProduct sound;
    private final FieldTags tags;
    private final Subjects subjects;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    FileProductDossierForm(
            CaseFiles files,
            AdmissionStore store,
            Dossiers filed,
            ProductDossiers dossiers,
            SoundProduct sound,
            FieldTags tags,
            Subjects subjects,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.files = files;
        this.store = store;
        this.filed = filed;
        this.dossiers = dossiers;
        this.sound = sound;
        this.tags = tags;
        this.subjects = subjects;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return DataAdmissionProcess.Task.FILE_PRODUCT_DOSSIER;
    }

    @Override
    public Class<FileProductDossier> body() {
        return FileProductDossier.class;
    }

    /** What was entered last where the dossier is to be supplemented, else what a sound product's would say. */
    @Override
    public FileProductDossier example(CaseId caseId) {
        var admission = store.findOpen(caseId, AdmissionKind.PRODUCT);
        if (admission.isEmpty()) {
            return new FileProductDossier(
                    Map.of("productKind", "VARIABLE"),
                    List.of(new ProductField("sales", FieldTag.ENTERPRISE_DETAIL, Granularity.RECORD, 0)),
                    PrivacyNeed.OVERLAP,
                    false,
                    null);
        }
        var subject = dossiers.open(caseId);
        return new FileProductDossier(
                sound.example(caseId, subject, filed.latest(admission.get())),
                suggested(subject),
                PrivacyNeed.OVERLAP,
                false,
                "Source chain, authorizations and impact assessment are on file.");
    }

    private List<ProductField> suggested(ProductDossiers.Subject subject) {
        var before = subject.round() == 0
                ? List.<ProductDossiers.Field>of()
                : dossiers.fields(subject.admission(), subject.round() - 1);
        return before.isEmpty()
                ? tags.suggested(subject)
                : before.stream()
                        .map(field ->
                                new ProductField(field.name(), field.tag(), field.granularity(), field.groupSize()))
                        .toList();
    }

    @Override
    public LocalText subject(CaseId caseId) {
        return subjects.of(caseId, AdmissionKind.PRODUCT);
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
    public void lookUp(CaseId caseId, FileProductDossier body, Problems problems) {
        tags.check(dossiers.open(caseId), body.fields(), problems);
        EnteredFacts.check(RuleGroup.DATA, body.facts(), problems);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, FileProductDossier body) {
        files.lock(caseId);
        var admission = store.open(caseId, AdmissionKind.PRODUCT);
        var subject = dossiers.open(caseId);
        var problems = new Problems();
        tags.check(subject, body.fields(), problems);
        problems.orThrow();
        filed.file(admission, RuleGroup.DATA, body.facts(), body.note(), actor.id());
        dossiers.file(
                subject,
                Objects.requireNonNull(body.need()),
                Boolean.TRUE.equals(body.platformTrusted()),
                body.fields());
        events.publishEvent(Auditable.of("admission.dossierFiled", caseId, actor, "product " + subject.code())
                .with("product", subject.name())
                .with("round", admission.round())
                .with("fields", body.fields().size())
                .with("comment", body.note()));
        return Flags.NONE;
    }
}
