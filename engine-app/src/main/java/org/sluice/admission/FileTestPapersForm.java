package org.sluice.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.admission.FileTestPapers;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Compliance puts on file what must be there before data is compared: the agreement and the impact assessment. */
@Component
class FileTestPapersForm implements TaskForm<FileTestPapers> {

    private final CaseFiles files;
    private final ProductDossiers dossiers;
    private final TestGate gate;
    private final ProductTests tests;
    private final Subjects subjects;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    FileTestPapersForm(
            CaseFiles files,
            ProductDossiers dossiers,
            TestGate gate,
            ProductTests tests,
            Subjects subjects,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.files = files;
        this.dossiers = dossiers;
        this.gate = gate;
        this.tests = tests;
        this.subjects = subjects;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return DataAdmissionProcess.Task.FILE_TEST_PAPERS;
    }

    @Override
    public Class<FileTestPapers> body() {
        return FileTestPapers.class;
    }

    @Override
    public FileTestPapers example(CaseId caseId) {
        var today = gate.today();
        return new FileTestPapers("TEST-NDA-001", today, "PIA-TEST-001", today);
    }

    @Override
    public LocalText subject(CaseId caseId) {
        return subjects.of(caseId, AdmissionKind.PRODUCT);
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, DataAdmissionProcess.Task.FILE_PRODUCT_DOSSIER);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return parameters.term("admission.testPapers.due", asked);
    }

    @Override
    public void lookUp(CaseId caseId, FileTestPapers body, Problems problems) {
        day(problems, "agreementOn", body.agreementOn());
        day(problems, "assessmentOn", body.assessmentOn());
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, FileTestPapers body) {
        files.lock(caseId);
        var subject = dossiers.open(caseId);
        var problems = new Problems();
        lookUp(caseId, body, problems);
        problems.orThrow();
        tests.file(subject.admission(), body, actor.id());
        events.publishEvent(Auditable.of("product.testPapersFiled", caseId, actor, "product " + subject.code())
                .with("testAgreement", body.agreementNo())
                .with("testAssessment", body.assessmentNo()));
        return Flags.NONE;
    }

    /** Not of tomorrow, and not so old that the gate would ask for it again at once. */
    private void day(Problems problems, String field, @Nullable LocalDate day) {
        if (day == null) {
            return;
        }
        problems.when(day.isAfter(gate.today()), field, "inTheFuture", gate.today())
                .when(
                        day.isBefore(gate.oldestPaper()),
                        field,
                        "tooOld",
                        parameters.whole("admission.test.papersMonths"));
    }
}
