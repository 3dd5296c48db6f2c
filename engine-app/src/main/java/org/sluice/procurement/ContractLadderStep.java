package org.sluice.procurement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.sluice.intake.Deadlines;
import org.sluice.intake.ReviewSteps;
import org.sluice.process.CaseId;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/** Asks the ladder who approves the real amount by the real method. */
@Component
class ContractLadderStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(BigDecimal amount, String method) {}

    private final PurchaseStore store;
    private final OfferStore offers;
    private final ReviewSteps reviews;
    private final Deadlines deadlines;

    ContractLadderStep(PurchaseStore store, OfferStore offers, ReviewSteps reviews, Deadlines deadlines) {
        this.store = store;
        this.offers = offers;
        this.reviews = reviews;
        this.deadlines = deadlines;
    }

    @Override
    public String element() {
        return "contractLadder";
    }

    @Override
    public String decision() {
        return ProcurementProcess.Decision.APPROVAL_LADDER;
    }

    @Override
    public Record facts(CaseId caseId) {
        return new Facts(
                offers.taken(caseId).amount().amount(),
                Objects.requireNonNull(store.get(caseId).method()));
    }

    /** Nobody's earlier step counts here: who owned the wish has not seen the contract. */
    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var row = rows.get(0);
        deadlines.start(caseId, Deadlines.ClockName.CONTRACT, row.whole("slaWorkingDays"));
        row.roles("approvers")
                .forEach(role -> reviews.add(caseId, ReviewSteps.Round.CONTRACT, role, decision() + "/" + row.row()));
        return Flags.NONE;
    }
}
