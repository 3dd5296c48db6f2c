package org.sluice.admission;

import java.time.Clock;
import java.time.LocalDate;
import org.sluice.admission.ProductDossiers.Subject;
import org.sluice.privacy.MatchTests;
import org.sluice.rulebook.Parameters;
import org.sluice.rules.facts.TestBand;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** What stands before a product's test: whether it is due, its papers, and who can make it. */
@Component
class TestGate {

    /** What the technique's table says of data that may not be used by any. */
    private static final String NOT_ALLOWED = "NOT_ALLOWED";

    private final AdmissionStore admissions;
    private final ProductDossiers dossiers;
    private final ProductFacts facts;
    private final ProductTests tests;
    private final Findings findings;
    private final MatchTests matchTests;
    private final Parameters parameters;
    private final Clock clock;

    TestGate(
            AdmissionStore admissions,
            ProductDossiers dossiers,
            ProductFacts facts,
            ProductTests tests,
            Findings findings,
            MatchTests matchTests,
            Parameters parameters,
            Clock clock) {
        this.admissions = admissions;
        this.dossiers = dossiers;
        this.facts = facts;
        this.tests = tests;
        this.findings = findings;
        this.matchTests = matchTests;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** No data is compared while something stands in the way, or where it would decide nothing. */
    boolean isDue(Subject subject) {
        var count = findings.count(admissions.get(subject.admission()));
        return count.rejectNotWaived() == 0
                && count.manualRefused() == 0
                && count.manualOpen() == 0
                && !NOT_ALLOWED.equals(dossiers.use(subject).technique())
                && !dossiers.use(subject).isUndesigned()
                && band(subject) == TestBand.MISSING;
    }

    boolean arePapersOnFile(Subject subject) {
        return tests.papers(subject.admission())
                .filter(papers -> !papers.agreementOn().isBefore(oldestPaper())
                        && !papers.assessmentOn().isBefore(oldestPaper()))
                .isPresent();
    }

    LocalDate oldestPaper() {
        return today().minusMonths(parameters.whole("admission.test.papersMonths"));
    }

    LocalDate today() {
        return WorkingDays.today(clock);
    }

    /** Both sides have a worker, and not as many of their tests came to nothing that a person has to look. */
    boolean mayWorkersTest(Subject subject) {
        return matchTests.bankParty().isPresent()
                && matchTests.partyOf(subject.supplier()).isPresent()
                && tests.of(subject.admission()).size() < parameters.whole("admission.test.attempts");
    }

    /** What the outcome's table is told of the test. */
    TestBand band(Subject subject) {
        return tests.result(subject.admission())
                .map(ProductTests.Attempt::band)
                .orElseGet(() -> dossiers.use(subject).level() <= parameters.whole("admission.test.untestedLevel")
                                && facts.isLawfullyPublic(subject)
                        ? TestBand.NOT_REQUIRED
                        : TestBand.MISSING);
    }
}
