package org.sluice.procurement;

import static org.sluice.shared.Details.details;

import java.util.List;
import org.sluice.budget.Budget;
import org.sluice.catalog.Taxonomy;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/**
 * Asks the method again once finance bears more than was approved: a small budget must not buy what only a tender may.
 */
@Component
class MethodAtOfferStep extends SourcingMethodStep {

    private final Purchases purchases;
    private final PurchaseStore store;
    private final OfferStore offers;

    MethodAtOfferStep(
            Purchases purchases,
            PurchaseStore store,
            OfferStore offers,
            SourcingRequests requests,
            Budget budget,
            Taxonomy taxonomy) {
        super(purchases, store, requests, budget, taxonomy);
        this.purchases = purchases;
        this.store = store;
        this.offers = offers;
    }

    @Override
    public String element() {
        return "methodAtOffer";
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var purchase = purchases.open(caseId);
        var wanted = String.valueOf(rows.get(0).outputs().get("method"));
        var holds = wanted.equals(purchase.method());
        if (!holds) {
            offers.supersede(caseId);
            store.note(caseId, "methodChanged");
            purchases.publish("purchase.methodChanged", purchase, null, details("method", wanted));
        }
        return Flags.of(ProcurementProcess.METHOD_HOLDS, holds);
    }
}
