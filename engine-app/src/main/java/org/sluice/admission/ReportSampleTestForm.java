package org.sluice.admission;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.admission.ReportSampleTest;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where the workers cannot test, the tester reports a test that was made outside; its rate counts like theirs. */
@Component
class ReportSampleTestForm implements TaskForm<ReportSampleTest> {

    private final CaseFiles files;
    private final ProductDossiers dossiers;
    private final TestGate gate;
    private final ProductTests tests;
    private final TestBands bands;
    private final Subjects subjects;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    ReportSampleTestForm(
            CaseFiles files,
            ProductDossiers dossiers,
            TestGate gate,
            ProductTests tests,
            TestBands bands,
            Subjects subjects,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.files = files;
        this.dossiers = dossiers;
        this.gate = gate;
        this.tests = tests;
        this.bands = bands;
        this.subjects = subjects;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return DataAdmissionProcess.Task.REPORT_SAMPLE_TEST;
    }

    @Override
    public Class<ReportSampleTest> body() {
        return ReportSampleTest.class;
    }

    @Override
    public ReportSampleTest example(CaseId caseId) {
        return new ReportSampleTest(
                "TEST-REPORT-001",
                gate.today(),
                5000L,
                4200L,
                "Sample of clients with consent, identifiers hashed, run at the bank's site.");
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
        return List.of(new Term(asked, parameters.whole("admission.reportTest.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ReportSampleTest body) {
        files.lock(caseId);
        var subject = dossiers.open(caseId);
        if (!gate.arePapersOnFile(subject)) {
            throw new Conflict("testPapersMissing");
        }
        var least = parameters.whole("privacy.matchTest.leastSet");
        var size = Objects.requireNonNull(body.sampleSize());
        new Problems()
                .when(
                        Objects.requireNonNull(body.conductedOn()).isAfter(gate.today()),
                        "conductedOn",
                        "inTheFuture",
                        gate.today())
                .when(size < least, "sampleSize", "sampleTooSmall", least)
                .orThrow();
        var percent = TestBands.percent(Objects.requireNonNull(body.matched()), size);
        var band = bands.of(percent);
        tests.report(subject.admission(), tests.of(subject.admission()).size() + 1, body, percent, band, actor.id());
        events.publishEvent(Auditable.of("product.testReported", caseId, actor, "product " + subject.code())
                .with("reportNo", body.reportNo())
                .with("sampleSize", size)
                .with("matched", body.matched())
                .with("matchPercent", percent)
                .with("testBand", band.name())
                .with("comment", body.comment()));
        return Flags.NONE;
    }
}
