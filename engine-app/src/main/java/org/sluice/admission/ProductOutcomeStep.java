package org.sluice.admission;

import java.time.Clock;
import java.util.List;
import org.sluice.admission.ProductDossiers.Subject;
import org.sluice.process.CaseId;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.shared.Auditable;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Asks the outcome's table how a product's admission goes on, after the reviews and the test. */
@Component
class ProductOutcomeStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(
            int rejectNotWaived,
            int manualRefused,
            int manualOpen,
            int jrLevel,
            String testBand,
            int conditions,
            boolean firstTimePublicData) {}

    private final AdmissionStore store;
    private final ProductDossiers dossiers;
    private final ProductFacts facts;
    private final TestGate gate;
    private final ProductTests tests;
    private final Findings findings;
    private final Verdicts verdicts;
    private final Clock clock;

    ProductOutcomeStep(
            AdmissionStore store,
            ProductDossiers dossiers,
            ProductFacts facts,
            TestGate gate,
            ProductTests tests,
            Findings findings,
            Verdicts verdicts,
            Clock clock) {
        this.store = store;
        this.dossiers = dossiers;
        this.facts = facts;
        this.gate = gate;
        this.tests = tests;
        this.findings = findings;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    @Override
    public String element() {
        return "admissionOutcome";
    }

    @Override
    public String decision() {
        return DataAdmissionProcess.Decision.ADMISSION_OUTCOME;
    }

    @Override
    public Record facts(CaseId caseId) {
        var subject = dossiers.open(caseId);
        var count = findings.count(store.open(caseId, AdmissionKind.PRODUCT));
        return new Facts(
                count.rejectNotWaived(),
                count.manualRefused(),
                count.manualOpen() + unsaid(subject),
                dossiers.use(subject).level(),
                gate.band(subject).name(),
                count.conditions(),
                dossiers.isFirstOfPublicClass(subject));
    }

    /**
     * What the dossier has to say more about: without a technique the product cannot be used, and nobody may use what its
     * source may not give any more, also where that has ended since the rules were asked.
     */
    private int unsaid(Subject subject) {
        var today = WorkingDays.today(clock);
        var ended = facts.authorizedUntil(subject)
                .filter(until -> until.isBefore(today))
                .isPresent();
        return (dossiers.use(subject).isUndesigned() ? 1 : 0) + (ended ? 1 : 0);
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var product = dossiers.open(caseId);
        var admission = store.open(caseId, AdmissionKind.PRODUCT);
        var verdict = verdicts.keep(
                admission,
                rows.get(0),
                Auditable.of("admission.supplementAsked", caseId, null, "product " + product.code())
                        .with("product", product.name()));
        if (verdict.supplementWanted() && findings.askForNewTest(admission)) {
            tests.supersede(admission.id());
        }
        return Flags.of(DataAdmissionProcess.SUPPLEMENT_WANTED, verdict.supplementWanted())
                .and(DataAdmissionProcess.REFUSED, verdict.refused())
                .and(DataAdmissionProcess.COMMITTEE_WANTED, verdict.committeeWanted())
                .and(DataAdmissionProcess.VOTE_COUNT, verdict.votes())
                .and(DataAdmissionProcess.PASSED, false);
    }
}
