package org.sluice.admission;

import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Auditable;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.context.ApplicationEventPublisher;
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
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    ProductOutcomeStep(
            AdmissionStore store,
            ProductDossiers dossiers,
            TestGate gate,
            Findings findings,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.store = store;
        this.dossiers = dossiers;
        this.gate = gate;
        this.findings = findings;
        this.parameters = parameters;
        this.events = events;
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
                count.manualOpen(),
                dossiers.use(subject).level(),
                gate.band(subject).name(),
                count.conditions(),
                dossiers.isFirstOfPublicClass(subject));
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var row = rows.get(0);
        var admission = store.open(caseId, AdmissionKind.PRODUCT);
        var outcome = String.valueOf(row.outputs().get("outcome"));
        var committee = Boolean.TRUE.equals(row.outputs().get("committee"));
        var votes = committee ? parameters.whole("admission.committee.quorum") : 0;
        store.outcome(admission, outcome, row.row(), row.whole("validityMonths"), votes);
        var supplement = outcome.equals("SUPPLEMENT");
        var mayAgain = admission.round() < parameters.whole("admission.supplement.maxRounds");
        var refused = outcome.equals("REJECTED") || (supplement && !mayAgain);
        if (supplement && mayAgain) {
            store.nextRound(admission);
            var subject = dossiers.open(caseId);
            events.publishEvent(Auditable.of("admission.supplementAsked", caseId, null, "product " + subject.code())
                    .with("product", subject.name())
                    .with("round", admission.round() + 1));
        }
        if (refused) {
            store.reason(admission, supplement ? "SUPPLEMENTED_TOO_OFTEN" : "REJECTED");
        } else if (committee) {
            store.reason(admission, "VOTED_DOWN");
        }
        return Flags.of(DataAdmissionProcess.SUPPLEMENT_WANTED, supplement && mayAgain)
                .and(DataAdmissionProcess.REFUSED, refused)
                .and(DataAdmissionProcess.COMMITTEE_WANTED, committee)
                .and(DataAdmissionProcess.VOTE_COUNT, (long) votes)
                .and(DataAdmissionProcess.PASSED, false);
    }
}
