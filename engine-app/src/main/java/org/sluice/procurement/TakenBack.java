package org.sluice.procurement;

import org.sluice.intake.RequirementTakenBack;
import org.sluice.process.Conflict;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flow;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A requirement is taken back: nothing is bought for it any more, unless its contract is signed. */
@Component
class TakenBack {

    private final Purchases purchases;
    private final PurchaseStore store;
    private final CaseFiles files;
    private final Flow flow;

    TakenBack(Purchases purchases, PurchaseStore store, CaseFiles files, Flow flow) {
        this.purchases = purchases;
        this.store = store;
        this.files = files;
        this.flow = flow;
    }

    /** @throws Conflict when the contract is signed, also by the purchase that it joined: the requirement stays then */
    @EventListener
    void on(RequirementTakenBack event) {
        var purchase = store.find(event.caseId()).orElse(null);
        if (purchase == null) {
            return;
        }
        var signed = store.host(event.caseId())
                .map(joined -> {
                    // so that its contract is not registered in the meantime
                    files.lock(joined.host());
                    return !store.get(joined.host()).isUnsigned();
                })
                .orElse(!purchase.isUnsigned());
        if (signed) {
            throw new Conflict("contractSigned", event.number());
        }
        purchases.comeToNothing(purchase, "withdrawn", null);
        flow.send(ProcurementProcess.Message.PURCHASE_WITHDRAWN, event.caseId());
    }
}
