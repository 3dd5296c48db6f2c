package org.sluice.admission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.admission.ReportSampleTest;
import org.sluice.rulebook.Parameters;
import org.sluice.rulebook.RuleQuestions;
import org.sluice.rules.facts.DataProductFacts;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where the workers cannot test, the tester reports a test that was made outside; its score decides, and the rules hear of it. */
@Component
class ReportSampleTestForm implements TaskForm<ReportSampleTest> {

    /** What a sound product measures, whatever its kind. */
    private static final Map<String, Object> SOUND = Map.ofEntries(
            Map.entry("badCount", 420),
            Map.entry("backDated", true),
            Map.entry("accuracyRate", 0.985),
            Map.entry("keyNullRate", 0.004),
            Map.entry("descriptiveNullRate", 0.06),
            Map.entry("dupRate", 0.002),
            Map.entry("freshnessDays", 3),
            Map.entry("ks", 0.24),
            Map.entry("iv", 0.18),
            Map.entry("psi", 0.06),
            Map.entry("hitRate", 0.03),
            Map.entry("hitBadLift", 4),
            Map.entry("correlationMax", 0.4),
            Map.entry("incrementalKs", 0.03),
            Map.entry("avgResponseMs", 220),
            Map.entry("errorRate", 0.002),
            Map.entry("availability", 0.9995));

    /** No rule asks for these, and no test is whole without them. */
    private static final List<String> SCORED = List.of("dupRate", "freshnessDays");

    private final CaseFiles files;
    private final ProductDossiers dossiers;
    private final ProductFacts facts;
    private final RuleQuestions rules;
    private final TestGate gate;
    private final ProductTests tests;
    private final TestScores scores;
    private final TestBands bands;
    private final Subjects subjects;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    ReportSampleTestForm(
            CaseFiles files,
            ProductDossiers dossiers,
            ProductFacts facts,
            RuleQuestions rules,
            TestGate gate,
            ProductTests tests,
            TestScores scores,
            TestBands bands,
            Subjects subjects,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.files = files;
        this.dossiers = dossiers;
        this.facts = facts;
        this.rules = rules;
        this.gate = gate;
        this.tests = tests;
        this.scores = scores;
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
                4800L,
                SOUND,
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
        return parameters.term("admission.reportTest.due", asked);
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
        var figures = EnteredFacts.ofTest(body.facts());
        var known = facts.tested(caseId, figures, size, percent);
        requireWhole(known, figures);
        var score = scores.of(known);
        var band = bands.of(score.value());
        tests.report(
                subject.admission(),
                tests.of(subject.admission()).size() + 1,
                body,
                figures,
                percent,
                score,
                band,
                actor.id());
        events.publishEvent(Auditable.of("product.testReported", caseId, actor, "product " + subject.code())
                .with("reportNo", body.reportNo())
                .with("sampleSize", size)
                .with("matched", body.matched())
                .with("matchPercent", percent)
                .with("testScore", score.value())
                .with("testBand", band.name())
                .with("comment", body.comment()));
        return Flags.NONE;
    }

    /** What the rules need of this product's test, and what is scored of every test. */
    private void requireWhole(DataProductFacts known, Map<String, Object> figures) {
        var problems = new Problems();
        Stream.concat(rules.missing(known).stream().filter(EnteredFacts::isOfTest), SCORED.stream())
                .distinct()
                .filter(name -> !figures.containsKey(name))
                .forEach(name -> problems.required("facts." + name, null));
        problems.orThrow();
    }
}
