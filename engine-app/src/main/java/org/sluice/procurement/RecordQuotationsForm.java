package org.sluice.procurement;

import static org.sluice.shared.Details.details;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductRegister;
import org.sluice.catalog.SupplierRegister;
import org.sluice.intake.Deadlines;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.procurement.Pricing;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.process.procurement.Quotation;
import org.sluice.process.procurement.QuotationResult;
import org.sluice.process.procurement.RecordQuotations;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Procurement records what the market has offered: as many suppliers as the method asks for, or too few. */
@Component
class RecordQuotationsForm implements TaskForm<RecordQuotations> {

    /** From whom the bank buys nothing, whatever they offer. */
    private static final Set<String> BARRED = Set.of("BLACKLISTED", "SUSPENDED", "REJECTED");

    /** A product that is new to the bank, that was admitted and never listed, or that is listed no more. */
    private static final Set<String> BUYABLE = Set.of("DRAFT", "ADMITTED", "CONDITIONALLY_ADMITTED", "RETIRED");

    private static final int MOST_SUPPLIERS = 30;

    private final Purchases purchases;
    private final PurchaseStore store;
    private final OfferStore offers;
    private final SourcingRequests requests;
    private final SupplierRegister suppliers;
    private final ProductRegister products;
    private final Deadlines deadlines;
    private final Clock clock;

    RecordQuotationsForm(
            Purchases purchases,
            PurchaseStore store,
            OfferStore offers,
            SourcingRequests requests,
            SupplierRegister suppliers,
            ProductRegister products,
            Deadlines deadlines,
            Clock clock) {
        this.purchases = purchases;
        this.store = store;
        this.offers = offers;
        this.requests = requests;
        this.suppliers = suppliers;
        this.products = products;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String key() {
        return ProcurementProcess.Task.RECORD_QUOTATIONS;
    }

    @Override
    public Class<RecordQuotations> body() {
        return RecordQuotations.class;
    }

    /** As many offers as are asked for, below the budget, each a little dearer than the one before. */
    @Override
    public RecordQuotations example(CaseId caseId) {
        var wish = requests.wish(caseId);
        var wanted = store.get(caseId).quotesWanted();
        var quotations = new ArrayList<Quotation>();
        var share = new BigDecimal("0.80");
        for (var supplier : suppliers.delivering(wish.form().dataClasses(), wanted)) {
            var amount = wish.budget().amount().multiply(share).setScale(2, RoundingMode.HALF_UP);
            var free = amount.signum() == 0;
            quotations.add(new Quotation(
                    supplier.code(),
                    null,
                    wish.form().title(),
                    free ? Pricing.FREE : Pricing.PER_CALL,
                    free ? null : new BigDecimal("0.5"),
                    amount,
                    12,
                    today()));
            share = share.add(new BigDecimal("0.02"));
        }
        return new RecordQuotations(
                QuotationResult.COMPLETE, quotations, "All suppliers that were asked have answered.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.own("procurement.quotations.due", asked);
    }

    /**
     * Those that deliver already, each with what the bank may buy of it; whoever else offers is named by its code, which
     * the register of suppliers tells. The screens search all of it ({@link QuotationBoard}).
     */
    @Override
    public List<Choice> choices(CaseId caseId) {
        var delivering = suppliers.delivering(requests.wish(caseId).form().dataClasses(), MOST_SUPPLIERS);
        return Stream.concat(
                        delivering.stream()
                                .map(supplier -> new Choice("supplier", supplier.code(), supplier.name(), false)),
                        delivering.stream().flatMap(supplier -> products.of(supplier.id()).stream()
                                .filter(RecordQuotationsForm::isBuyable)
                                .map(product -> new Choice(
                                        "productCode", product.code(), named(product), false, null, supplier.code()))))
                .toList();
    }

    static boolean isBuyable(ProductRegister.Registered product) {
        return BUYABLE.contains(product.state());
    }

    private static LocalText named(ProductRegister.Registered product) {
        return new LocalText(
                product.code() + " " + product.name().zh(),
                product.code() + " " + product.name().en());
    }

    @Override
    public void lookUp(CaseId caseId, RecordQuotations body, Problems problems) {
        lines(purchases.open(caseId), body, problems);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, RecordQuotations body) {
        var purchase = purchases.open(caseId);
        var complete = body.result() == QuotationResult.COMPLETE;
        var problems = new Problems();
        var lines = lines(purchase, body, problems);
        problems.orThrow();
        offers.supersede(caseId);
        int round = store.nextRound(caseId);
        for (var line : lines) {
            offers.add(
                    caseId, round, line.supplier(), line.product(), line.productName(), line.quotation(), actor.id());
        }
        if (!complete) {
            store.note(caseId, "tooFewQuotations");
        }
        purchases.publish(
                complete ? "purchase.quotationsRecorded" : "purchase.tooFewQuotations",
                purchase,
                actor,
                details("quotations", lines.size(), "comment", body.comment()));
        return Flags.of(ProcurementProcess.ENOUGH_QUOTES, complete);
    }

    private record Line(UUID supplier, @Nullable UUID product, String productName, Quotation quotation) {}

    /** Of what is not well-formed no more is said than what the body says itself. */
    private List<Line> lines(Purchase purchase, RecordQuotations body, Problems problems) {
        var lines = new ArrayList<Line>();
        var seen = new HashSet<String>();
        for (int i = 0; i < body.quotations().size(); i++) {
            var quotation = body.quotations().get(i);
            var at = "quotations[" + i + "]";
            problems.when(
                    quotation.quotedOn() != null && quotation.quotedOn().isAfter(today()),
                    at + ".quotedOn",
                    "quotedInFuture",
                    today());
            var code = quotation.supplier() == null ? "" : quotation.supplier().strip();
            if (code.isEmpty()) {
                continue;
            }
            seen.add(code);
            var supplier = suppliers.byCode(code).orElse(null);
            if (supplier == null) {
                problems.add(at + ".supplier", "unknownCode", code);
                continue;
            }
            problems.when(
                    BARRED.contains(supplier.state()),
                    at + ".supplier",
                    "supplierBarred",
                    supplier.name(),
                    supplier.state());
            var product = product(quotation, supplier, at, problems);
            lines.add(new Line(
                    supplier.id(),
                    product == null ? null : product.id(),
                    product == null
                            ? String.valueOf(quotation.productName())
                            : product.name().zh(),
                    quotation));
        }
        problems.when(
                body.result() == QuotationResult.COMPLETE
                        && !body.quotations().isEmpty()
                        && seen.size() < purchase.quotesWanted(),
                "quotations",
                "tooFewQuotations",
                purchase.quotesWanted());
        return lines;
    }

    private ProductRegister.@Nullable Registered product(
            Quotation quotation, SupplierRegister.Registered supplier, String at, Problems problems) {
        var code = quotation.productCode();
        if (code == null || code.isBlank()) {
            return null;
        }
        var product = products.byCode(code.strip()).orElse(null);
        problems.when(
                product == null || !product.supplier().equals(supplier.id()) || !isBuyable(product),
                at + ".productCode",
                "productBarred",
                code);
        return product;
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }
}
