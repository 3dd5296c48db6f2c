package org.sluice.admission;

import java.util.List;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Auditable;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks the outcome's table how a supplier's admission goes on once nobody is asked any more. */
@Component
class SupplierOutcomeStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(
            int rejectNotWaived,
            int manualRefused,
            int manualOpen,
            boolean actsByLaw,
            boolean important,
            int conditions) {}

    private final AdmissionStore store;
    private final Findings findings;
    private final Parameters parameters;
    private final SupplierRegister suppliers;
    private final ApplicationEventPublisher events;

    SupplierOutcomeStep(
            AdmissionStore store,
            Findings findings,
            Parameters parameters,
            SupplierRegister suppliers,
            ApplicationEventPublisher events) {
        this.store = store;
        this.findings = findings;
        this.parameters = parameters;
        this.suppliers = suppliers;
        this.events = events;
    }

    @Override
    public String element() {
        return "supplierOutcome";
    }

    @Override
    public String decision() {
        return SupplierAdmissionProcess.Decision.SUPPLIER_OUTCOME;
    }

    @Override
    public Record facts(CaseId caseId) {
        var admission = store.open(caseId, AdmissionKind.SUPPLIER);
        var count = findings.count(admission);
        return new Facts(
                count.rejectNotWaived(),
                count.manualRefused(),
                count.manualOpen(),
                count.actsByLaw(),
                Boolean.TRUE.equals(admission.important()),
                count.conditions());
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var row = rows.get(0);
        var admission = store.open(caseId, AdmissionKind.SUPPLIER);
        var outcome = String.valueOf(row.outputs().get("outcome"));
        var committee = Boolean.TRUE.equals(row.outputs().get("committee"));
        var votes = committee ? parameters.whole("admission.committee.quorum") : 0;
        store.outcome(admission, outcome, row.row(), row.whole("validityMonths"), votes);
        var supplement = outcome.equals("SUPPLEMENT");
        var mayAgain = admission.round() < parameters.whole("admission.supplement.maxRounds");
        var refused = outcome.equals("REJECTED") || (supplement && !mayAgain);
        if (supplement && mayAgain) {
            store.nextRound(admission);
            var supplier = suppliers.get(admission.subject());
            events.publishEvent(Auditable.of("admission.supplementAsked", caseId, null, "supplier " + supplier.code())
                    .with("supplier", supplier.name())
                    .with("round", admission.round() + 1));
        }
        if (refused) {
            store.reason(admission, supplement ? "SUPPLEMENTED_TOO_OFTEN" : "REJECTED");
        } else if (committee) {
            // until the committee has voted; what it refuses it refuses for this reason
            store.reason(admission, "VOTED_DOWN");
        }
        return Flags.of(SupplierAdmissionProcess.SUPPLEMENT_WANTED, supplement && mayAgain)
                .and(SupplierAdmissionProcess.REFUSED, refused)
                .and(SupplierAdmissionProcess.COMMITTEE_WANTED, committee)
                .and(SupplierAdmissionProcess.VOTE_COUNT, (long) votes)
                .and(SupplierAdmissionProcess.PASSED, false);
    }
}
