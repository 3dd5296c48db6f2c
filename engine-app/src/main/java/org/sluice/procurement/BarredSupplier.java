package org.sluice.procurement;

import static org.sluice.shared.Details.details;

import org.sluice.admission.Admissions;
import org.sluice.blacklist.SupplierListed;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flow;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A supplier is put on the blacklist: its offers are out wherever nothing is signed. Where one was chosen, the purchase
 * goes back to choosing another: by itself when the admission of the chosen one was under way, since that ends without
 * success; begun anew everywhere else.
 */
@Component
class BarredSupplier {

    private final PurchaseStore store;
    private final OfferStore offers;
    private final Purchases purchases;
    private final Admissions admissions;
    private final CaseFiles files;
    private final Flow flow;

    BarredSupplier(
            PurchaseStore store,
            OfferStore offers,
            Purchases purchases,
            Admissions admissions,
            CaseFiles files,
            Flow flow) {
        this.store = store;
        this.offers = offers;
        this.purchases = purchases;
        this.admissions = admissions;
        this.files = files;
        this.flow = flow;
    }

    /** Comes before the admissions hear of it, so that those under way are still open. */
    @EventListener
    @Order(1)
    void on(SupplierListed event) {
        for (var caseId : offers.casesWithOffersOf(event.supplier())) {
            files.lock(caseId);
            var purchase = store.get(caseId);
            if (purchase.state() != Purchase.State.OPEN) {
                continue;
            }
            for (var offer : offers.all(caseId)) {
                var chosen = offer.state() == Offer.State.CHOSEN;
                if (!offer.supplier().equals(event.supplier()) || !(chosen || offer.state() == Offer.State.STANDING)) {
                    continue;
                }
                offers.strike(offer, Offer.StruckFor.BLACKLISTING);
                purchases.publish(
                        "purchase.offerStruck",
                        purchase,
                        null,
                        details(
                                "supplier",
                                offer.supplierName(),
                                "product",
                                offer.productName(),
                                "struckFor",
                                Offer.StruckFor.BLACKLISTING));
                if (chosen) {
                    store.note(caseId, PurchaseSteps.SUPPLIER_LISTED);
                    if (!admissions.isOpen(caseId, event.supplier())) {
                        flow.send(ProcurementProcess.Message.PURCHASE_BARRED, caseId);
                    }
                }
            }
        }
    }
}
