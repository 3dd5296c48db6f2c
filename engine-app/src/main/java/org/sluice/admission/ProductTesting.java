package org.sluice.admission;

import org.sluice.admission.ProductDossiers.Subject;
import org.sluice.admission.ProductTests.Attempt;
import org.sluice.privacy.MatchTests;
import org.sluice.privacy.Result;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The test of a product: whether one is due and possible, its order to both workers, and what came of it. A job that is
 * run again changes nothing.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ProductTesting {

    private final ProductDossiers dossiers;
    private final ProductTests tests;
    private final TestGate gate;
    private final TestBands bands;
    private final MatchTests matchTests;
    private final CaseFiles files;
    private final ApplicationEventPublisher events;

    ProductTesting(
            ProductDossiers dossiers,
            ProductTests tests,
            TestGate gate,
            TestBands bands,
            MatchTests matchTests,
            CaseFiles files,
            ApplicationEventPublisher events) {
        this.dossiers = dossiers;
        this.tests = tests;
        this.gate = gate;
        this.bands = bands;
        this.matchTests = matchTests;
        this.files = files;
        this.events = events;
    }

    /** Whether a test is due, its papers are on file, and who makes it. */
    public Flags checkGate(CaseId caseId) {
        var subject = dossiers.open(caseId);
        var due = gate.isDue(subject);
        var papers = gate.arePapersOnFile(subject);
        return Flags.of(DataAdmissionProcess.PAPERS_MISSING, due && !papers)
                .and(DataAdmissionProcess.TEST_WANTED, due && papers)
                .and(DataAdmissionProcess.WORKERS_TEST, due && gate.mayWorkersTest(subject));
    }

    /** The job and its parties, as the tester has arranged it. */
    public Flags order(CaseId caseId) {
        // what follows writes rows of a test that a person may be about to cancel, who holds the case then
        files.lock(caseId);
        var job = current(caseId).job();
        if (job == null) {
            throw new IllegalStateException("No match test is arranged in case " + caseId);
        }
        var result = matchTests.result(job);
        return Flags.of(DataAdmissionProcess.JOB_ID, job)
                .and(DataAdmissionProcess.BANK_PARTY, result.bank().party())
                .and(DataAdmissionProcess.SUPPLIER_PARTY, result.supplier().party());
    }

    /** Whether both workers' answers are a result; if not, the reason is on record. */
    public Flags assess(CaseId caseId) {
        var subject = dossiers.open(caseId);
        var attempt = current(caseId);
        if (!attempt.assessed() && attempt.job() != null) {
            assess(caseId, subject, attempt, matchTests.result(attempt.job()));
        }
        return Flags.of(
                DataAdmissionProcess.TEST_USABLE,
                tests.result(subject.admission()).isPresent());
    }

    private void assess(CaseId caseId, Subject subject, Attempt attempt, Result result) {
        var figures = result.bank().figures();
        if (!result.agree() || figures == null || figures.ownSize() == 0) {
            var problem = problem(result);
            tests.giveUp(subject.admission(), attempt.number(), problem);
            events.publishEvent(Auditable.of("product.testUnusable", caseId, null, "product " + subject.code())
                    .with("attempt", attempt.number())
                    .with("reason", problem));
            return;
        }
        var percent = TestBands.percent(figures.matched(), figures.ownSize());
        var band = bands.of(percent);
        tests.assess(subject.admission(), attempt.number(), figures.ownSize(), figures.matched(), percent, band);
        events.publishEvent(Auditable.of("product.testAssessed", caseId, null, "product " + subject.code())
                .with("sampleSize", figures.ownSize())
                .with("matched", figures.matched())
                .with("matchPercent", percent)
                .with("testBand", band.name()));
    }

    private static LocalText problem(Result result) {
        if (result.disagreement() != null) {
            return result.disagreement();
        }
        if (result.state() == MatchTestState.REFUSED) {
            // the side that refused of itself says why; the other only that its peer did
            var supplier = result.supplier();
            var bank = result.bank();
            var first = bank.refusal() != null && !bank.refusal().startsWith("peer-") ? bank : supplier;
            var words = first.says() == null ? bank.says() : first.says();
            if (words != null) {
                return words;
            }
        }
        return new LocalText("测试没有得出结果。", "The test gave no result.");
    }

    private Attempt current(CaseId caseId) {
        return tests.last(dossiers.open(caseId).admission())
                .orElseThrow(() -> new IllegalStateException("No test is arranged in case " + caseId));
    }
}
