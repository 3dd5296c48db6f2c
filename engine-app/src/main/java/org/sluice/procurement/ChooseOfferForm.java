package org.sluice.procurement;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.sluice.blacklist.Blacklist;
import org.sluice.budget.Budget;
import org.sluice.catalog.Offering;
import org.sluice.catalog.ProductRegister;
import org.sluice.intake.Deadlines;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.procurement.ChooseOffer;
import org.sluice.process.procurement.OfferChoice;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** Somebody who neither wished, planned nor asked for offers chooses one, or says that none fits. */
@Component
class ChooseOfferForm implements TaskForm<ChooseOffer> {

    private final Purchases purchases;
    private final PurchaseStore store;
    private final OfferStore offers;
    private final SourcingRequests requests;
    private final ProductRegister products;
    private final Blacklist blacklist;
    private final Budget budget;
    private final CaseFiles files;
    private final Deadlines deadlines;

    ChooseOfferForm(
            Purchases purchases,
            PurchaseStore store,
            OfferStore offers,
            SourcingRequests requests,
            ProductRegister products,
            Blacklist blacklist,
            Budget budget,
            CaseFiles files,
            Deadlines deadlines) {
        this.purchases = purchases;
        this.store = store;
        this.offers = offers;
        this.requests = requests;
        this.products = products;
        this.blacklist = blacklist;
        this.budget = budget;
        this.files = files;
        this.deadlines = deadlines;
    }

    @Override
    public String key() {
        return ProcurementProcess.Task.CHOOSE_OFFER;
    }

    @Override
    public Class<ChooseOffer> body() {
        return ChooseOffer.class;
    }

    @Override
    public ChooseOffer example(CaseId caseId) {
        return offers.standing(caseId).stream()
                .findFirst()
                .map(offer -> new ChooseOffer(
                        OfferChoice.CHOSEN, offer.supplierCode(), "The cheapest of those that cover all fields."))
                .orElse(new ChooseOffer(OfferChoice.NONE_FITS, null, "No offer stands any more."));
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(
                CaseFiles.INITIATE, ProcurementProcess.Task.PLAN_SOURCING, ProcurementProcess.Task.RECORD_QUOTATIONS);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.own("procurement.offer.due", asked);
    }

    /** Each offer with its amount; nothing is recommended, since the cheapest is not always the best. */
    @Override
    public List<Choice> choices(CaseId caseId) {
        return offers.standing(caseId).stream()
                .map(offer -> new Choice("supplier", offer.supplierCode(), offer.supplierName(), false, offer.amount()))
                .toList();
    }

    @Override
    public List<Figure> figures(CaseId caseId) {
        return List.of(new Figure("reserved", null, budget.held(caseId)));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ChooseOffer body) {
        var purchase = purchases.open(caseId);
        var reasons = Objects.requireNonNull(body.reasons());
        if (body.choice() == OfferChoice.NONE_FITS) {
            offers.supersede(caseId);
            store.note(caseId, "noOfferFits");
            purchases.publish("purchase.noOfferFits", purchase, actor, details("reason", reasons));
            return Flags.of(ProcurementProcess.NONE_FITS, true).and(ProcurementProcess.BEYOND_BUDGET, false);
        }
        var code = String.valueOf(body.supplier()).strip();
        var offer = offers.standing(caseId).stream()
                .filter(each -> each.supplierCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new Invalid(List.of(new FieldProblem("supplier", "offerGone", code))));
        blacklist.requireFree(offer.supplier());
        offers.choose(offer, product(caseId, offer));
        store.offerReasons(caseId, reasons);
        files.amount(caseId, offer.amount());
        var beyond = offer.amount().compareTo(budget.held(caseId)) > 0;
        purchases.publish(
                "purchase.offerChosen",
                purchase,
                actor,
                details(
                        "supplier",
                        offer.supplierName(),
                        "product",
                        offer.productName(),
                        "amount",
                        offer.amount().amount(),
                        "beyondBudget",
                        beyond,
                        "reason",
                        reasons));
        return Flags.of(ProcurementProcess.NONE_FITS, false).and(ProcurementProcess.BEYOND_BUDGET, beyond);
    }

    /** The one that was offered by its code or chosen before, or a draft with what the requirement asks for. */
    private UUID product(CaseId caseId, Offer offer) {
        if (offer.product() != null) {
            return offer.product();
        }
        return offers.productOf(caseId, offer.supplier(), offer.productName()).orElseGet(() -> draft(caseId, offer));
    }

    private UUID draft(CaseId caseId, Offer offer) {
        var wish = requests.wish(caseId);
        var form = wish.form();
        var title = String.valueOf(form.title());
        return products.draft(new Offering(
                offer.supplier(),
                new LocalText(offer.productName(), offer.productName()),
                new LocalText(title, title),
                form.dataClasses().get(0),
                Objects.requireNonNull(form.interfaceForm()),
                Objects.requireNonNull(form.subjectType()),
                form.fieldsNeeded().stream()
                        .map(RequirementForm.FieldNeed::fieldName)
                        .filter(Objects::nonNull)
                        .toList(),
                form.regionScope(),
                wish.jrLevel(),
                wish.containsPersonalInfo(),
                form.historyMonths() == null ? 0 : form.historyMonths(),
                switch (Objects.requireNonNull(form.interfaceForm())) {
                    case BATCH_FILE -> "MONTHLY";
                    default -> "DAILY";
                },
                offer.pricing().name(),
                offer.unitPrice()));
    }
}
