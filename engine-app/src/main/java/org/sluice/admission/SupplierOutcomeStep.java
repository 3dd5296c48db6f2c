package org.sluice.admission;

import java.util.List;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.shared.Auditable;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
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
    private final Verdicts verdicts;
    private final SupplierRegister suppliers;

    SupplierOutcomeStep(AdmissionStore store, Findings findings, Verdicts verdicts, SupplierRegister suppliers) {
        this.store = store;
        this.findings = findings;
        this.verdicts = verdicts;
        this.suppliers = suppliers;
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
        var admission = store.open(caseId, AdmissionKind.SUPPLIER);
        var supplier = suppliers.get(admission.subject());
        var verdict = verdicts.keep(
                admission,
                rows.get(0),
                Auditable.of("admission.supplementAsked", caseId, null, "supplier " + supplier.code())
                        .with("supplier", supplier.name()));
        return Flags.of(SupplierAdmissionProcess.SUPPLEMENT_WANTED, verdict.supplementWanted())
                .and(SupplierAdmissionProcess.REFUSED, verdict.refused())
                .and(SupplierAdmissionProcess.COMMITTEE_WANTED, verdict.committeeWanted())
                .and(SupplierAdmissionProcess.VOTE_COUNT, verdict.votes())
                .and(SupplierAdmissionProcess.PASSED, false);
    }
}
