package org.sluice.admission;

import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.shared.Auditable;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
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
    private final TestGate gate;
    private final Findings findings;
    private final Verdicts verdicts;

    ProductOutcomeStep(
            AdmissionStore store, ProductDossiers dossiers, TestGate gate, Findings findings, Verdicts verdicts) {
        this.store = store;
        this.dossiers = dossiers;
        this.gate = gate;
        this.findings = findings;
        this.verdicts = verdicts;
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
                // without a technique the product cannot be used: the dossier is to say more
                count.manualOpen() + (dossiers.use(subject).isUndesigned() ? 1 : 0),
                dossiers.use(subject).level(),
                gate.band(subject).name(),
                count.conditions(),
                dossiers.isFirstOfPublicClass(subject));
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var product = dossiers.open(caseId);
        var verdict = verdicts.keep(
                store.open(caseId, AdmissionKind.PRODUCT),
                rows.get(0),
                Auditable.of("admission.supplementAsked", caseId, null, "product " + product.code())
                        .with("product", product.name()));
        return Flags.of(DataAdmissionProcess.SUPPLEMENT_WANTED, verdict.supplementWanted())
                .and(DataAdmissionProcess.REFUSED, verdict.refused())
                .and(DataAdmissionProcess.COMMITTEE_WANTED, verdict.committeeWanted())
                .and(DataAdmissionProcess.VOTE_COUNT, verdict.votes())
                .and(DataAdmissionProcess.PASSED, false);
    }
}
