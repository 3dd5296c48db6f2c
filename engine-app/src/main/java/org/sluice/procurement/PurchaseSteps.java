package org.sluice.procurement;

import static org.sluice.shared.Details.details;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.sluice.access.UsageGrants;
import org.sluice.admission.Admissions;
import org.sluice.catalog.ProductRegister;
import org.sluice.intake.ReviewSteps;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Role;
import org.sluice.process.intake.RequirementState;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flow;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps that the house takes by itself, named by the model and called by its jobs. A job that is run again changes
 * nothing.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PurchaseSteps {

    /** Why a purchase is begun anew: a message key below {@code purchaseNote.} */
    static final String SUPPLIER_LISTED = "supplierListed";

    private final Purchases purchases;
    private final PurchaseStore store;
    private final OfferStore offers;
    private final SourcingRequests requests;
    private final ReviewSteps reviews;
    private final Admissions admissions;
    private final ContractStore contracts;
    private final CaseFiles files;
    private final Flow flow;
    private final ProductRegister products;
    private final UsageGrants grants;
    private final Clock clock;

    PurchaseSteps(
            Purchases purchases,
            PurchaseStore store,
            OfferStore offers,
            SourcingRequests requests,
            ReviewSteps reviews,
            Admissions admissions,
            ContractStore contracts,
            CaseFiles files,
            Flow flow,
            ProductRegister products,
            UsageGrants grants,
            Clock clock) {
        this.purchases = purchases;
        this.store = store;
        this.offers = offers;
        this.requests = requests;
        this.reviews = reviews;
        this.admissions = admissions;
        this.contracts = contracts;
        this.files = files;
        this.flow = flow;
        this.products = products;
        this.grants = grants;
        this.clock = clock;
    }

    /** @return false when the requirement was taken back before procurement took it up */
    public boolean takeUp(CaseId caseId) {
        if (!requests.takeUp(caseId)) {
            return false;
        }
        if (store.find(caseId).isEmpty()) {
            store.open(caseId);
            var wish = requests.wish(caseId);
            purchases.publish(
                    "purchase.opened",
                    store.get(caseId),
                    null,
                    details(
                            "purchaseNo",
                            store.get(caseId).number(),
                            "amount",
                            wish.budget().amount()));
        }
        return store.get(caseId).state() == Purchase.State.OPEN;
    }

    /** Whether the purchase was begun anew without a barred supplier, and another offer may be chosen at once. */
    public boolean choosesAgain(CaseId caseId) {
        return store.find(caseId)
                        .filter(purchase ->
                                purchase.state() == Purchase.State.OPEN && SUPPLIER_LISTED.equals(purchase.note()))
                        .isPresent()
                && !offers.standing(caseId).isEmpty();
    }

    /**
     * The engine has stopped the purchase because the chosen supplier was listed: it begins anew without it, by choosing
     * another offer or, where none is left, by planning again. What was approved was approved for the other offer.
     *
     * @throws org.sluice.process.Conflict when nobody was listed: a message alone stops nothing
     */
    public void dropBarredOffer(CaseId caseId) {
        var purchase = purchases.open(caseId);
        if (!SUPPLIER_LISTED.equals(purchase.note())) {
            throw new Conflict("purchaseState", purchase.number(), purchase.state());
        }
        admissions.cancel(caseId);
        reviews.setAside(caseId, ReviewSteps.Round.CONTRACT);
        files.forget(caseId, ProcurementProcess.Task.APPROVE_CONTRACT);
        flow.send(ProcurementProcess.Message.SOURCING_REQUESTED, caseId);
        purchases.publish("purchase.begunAnew", purchase, null, details("purchaseNo", purchase.number()));
    }

    /**
     * Opens an admission of the chosen supplier unless one is still valid, which is then on record.
     *
     * @return whether one is needed
     */
    public boolean openSupplierAdmission(CaseId caseId) {
        var purchase = purchases.open(caseId);
        var offer = offers.taken(caseId);
        var until = admissions.supplierValidUntil(offer.supplier()).orElse(null);
        if (until == null) {
            store.admittedUntil(caseId, null);
            admissions.openSupplier(caseId, offer.supplier());
            return true;
        }
        if (!until.equals(purchase.admittedUntil())) {
            store.admittedUntil(caseId, until);
            purchases.publish(
                    "purchase.admissionSkipped",
                    purchase,
                    null,
                    details("supplier", offer.supplierName(), "until", until.toString()));
        }
        return false;
    }

    /** Opens the admission of the product that was chosen. */
    public void openProductAdmission(CaseId caseId) {
        purchases.open(caseId);
        admissions.openProduct(
                caseId, Objects.requireNonNull(offers.taken(caseId).product()));
    }

    /**
     * The admission of the chosen supplier or product was refused: its offer is out.
     *
     * @return whether another offer stands
     */
    public boolean strikeOffer(CaseId caseId) {
        var purchase = purchases.open(caseId);
        offers.chosen(caseId).ifPresent(offer -> {
            var refused = admissions.isRefused(caseId, offer.supplier());
            var why = refused ? Offer.StruckFor.SUPPLIER : Offer.StruckFor.PRODUCT;
            offers.strike(offer, why);
            purchases.publish(
                    "purchase.offerStruck",
                    purchase,
                    null,
                    details("supplier", offer.supplierName(), "product", offer.productName(), "struckFor", why));
        });
        var left = !offers.standing(caseId).isEmpty();
        if (!left) {
            store.note(caseId, "offersExhausted");
        }
        return left;
    }

    /** Whose approval before signature is wanted next, if any is still missing. */
    public Optional<Role> nextApproval(CaseId caseId) {
        purchases.open(caseId);
        return reviews.next(caseId, ReviewSteps.Round.CONTRACT).map(ReviewSteps.Step::role);
    }

    /** The product is listed; whoever asked for it may use it, and all that waited for it is fulfilled. */
    public void list(CaseId caseId) {
        if (store.get(caseId).state() == Purchase.State.LISTED) {
            return;
        }
        var purchase = purchases.held(caseId, Purchase.State.CONTRACTED);
        var offer = offers.taken(caseId);
        var product = Objects.requireNonNull(offer.product());
        var today = WorkingDays.today(clock);
        var contract = contracts.get(caseId);
        products.list(product, today, offer.pricing().name(), offer.unitPrice(), contract.promisedHitRate());
        var until = Stream.of(contract.endsOn(), products.get(product).admissionEndsOn())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        for (var served : served(caseId)) {
            files.lock(served);
            if (store.get(served).state() == Purchase.State.ENDED) {
                continue;
            }
            for (var wish : requests.served(served)) {
                grants.grant(
                        wish.caseId(),
                        product,
                        wish.unit(),
                        Objects.requireNonNull(wish.form().scenarioCode()),
                        until);
            }
            store.state(served, Purchase.State.LISTED);
            requests.end(served, RequirementState.FULFILLED, "productListed", null);
            purchases.publish(
                    "purchase.productListed",
                    store.get(served),
                    null,
                    details("product", products.get(product).code(), "purchaseNo", purchase.number()));
        }
    }

    /** The purchase's own case first, then those that joined it. */
    private List<CaseId> served(CaseId caseId) {
        var all = new ArrayList<CaseId>();
        all.add(caseId);
        all.addAll(store.joinedTo(caseId));
        return all;
    }

    /**
     * The engine has stopped the process of a purchase whose requirement was taken back; state and money were settled
     * then, and what a job had opened in the meantime is cancelled now.
     *
     * @throws org.sluice.process.Conflict when nobody has taken it back: a message alone stops nothing
     */
    public void acknowledgeWithdrawal(CaseId caseId) {
        store.get(caseId).mustBe(Purchase.State.ENDED);
        admissions.cancel(caseId);
    }
}
