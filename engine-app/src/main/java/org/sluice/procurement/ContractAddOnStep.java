package org.sluice.procurement;

import static org.sluice.shared.Details.details;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sluice.admission.Admissions;
import org.sluice.catalog.ProductRegister;
import org.sluice.intake.Deadlines;
import org.sluice.intake.ReviewSteps;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/** Asks who approves besides the ladder because of risk, and whether the supervisor must be told before signature. */
@Component
class ContractAddOnStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(boolean important, int jrLevel, boolean containsPI, String method, BigDecimal amount) {}

    private final Purchases purchases;
    private final PurchaseStore store;
    private final OfferStore offers;
    private final SourcingRequests requests;
    private final ProductRegister products;
    private final Admissions admissions;
    private final ReviewSteps reviews;
    private final Deadlines deadlines;
    private final Parameters parameters;

    ContractAddOnStep(
            Purchases purchases,
            PurchaseStore store,
            OfferStore offers,
            SourcingRequests requests,
            ProductRegister products,
            Admissions admissions,
            ReviewSteps reviews,
            Deadlines deadlines,
            Parameters parameters) {
        this.purchases = purchases;
        this.store = store;
        this.offers = offers;
        this.requests = requests;
        this.products = products;
        this.admissions = admissions;
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.parameters = parameters;
    }

    @Override
    public String element() {
        return "contractAddOn";
    }

    @Override
    public String decision() {
        return ProcurementProcess.Decision.APPROVAL_ADD_ON;
    }

    /** Of all that the purchase serves, and of the product as its admission graded it, the most sensitive counts. */
    @Override
    public Record facts(CaseId caseId) {
        var wishes = Stream.concat(Stream.of(caseId), store.joinedTo(caseId).stream())
                .map(requests::wish)
                .toList();
        var offer = offers.taken(caseId);
        var product = products.get(Objects.requireNonNull(offer.product()));
        int level = Math.max(
                product.jrLevel(),
                wishes.stream().mapToInt(SourcingRequests.Wish::jrLevel).max().orElseThrow());
        return new Facts(
                level >= parameters.whole("important.jrLevel") || admissions.isImportant(offer.supplier()),
                level,
                product.containsPersonalInfo() || wishes.stream().anyMatch(SourcingRequests.Wish::containsPersonalInfo),
                Objects.requireNonNull(store.get(caseId).method()),
                offer.amount().amount());
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var purchase = purchases.open(caseId);
        var base = reviews.all(caseId, ReviewSteps.Round.CONTRACT).size();
        var report = false;
        for (var row : rows) {
            deadlines.extend(caseId, Deadlines.ClockName.CONTRACT, row.whole("extraWorkingDays"));
            report |= Boolean.TRUE.equals(row.outputs().get("supervisorReport"));
            row.roles("adds")
                    .forEach(role ->
                            reviews.add(caseId, ReviewSteps.Round.CONTRACT, role, decision() + "/" + row.row()));
        }
        store.supervisorReport(caseId, report);
        var all = reviews.all(caseId, ReviewSteps.Round.CONTRACT);
        purchases.publish(
                "purchase.approvalsFixed",
                purchase,
                null,
                details(
                        "approvers",
                        DecisionStep.written(
                                all.stream().map(ReviewSteps.Step::role).toList()),
                        "addedForRisk",
                        all.size() - base,
                        "supervisorReport",
                        report));
        return Flags.NONE;
    }
}
