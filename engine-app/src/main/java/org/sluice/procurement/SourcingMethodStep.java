package org.sluice.procurement;

import static org.sluice.shared.Details.details;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.sluice.budget.Budget;
import org.sluice.catalog.Taxonomy;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.sluice.process.Money;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/** Asks how to buy, with the market as it was planned with and the whole budget. */
@Component
class SourcingMethodStep implements DecisionStep {

    private static final String SURVEY_FIRST = "MARKET_SURVEY_FIRST";

    /** The table's inputs. */
    record Facts(
            String sourceKind,
            int qualifiedSuppliers,
            BigDecimal contractTotal,
            boolean uniquenessProven,
            boolean unforeseeableUrgency,
            boolean severalSuppliersWanted,
            boolean specClear,
            boolean limitedMarket,
            BigDecimal topUpShare) {}

    private final Purchases purchases;
    private final PurchaseStore store;
    private final SourcingRequests requests;
    private final Budget budget;
    private final Taxonomy taxonomy;

    SourcingMethodStep(
            Purchases purchases, PurchaseStore store, SourcingRequests requests, Budget budget, Taxonomy taxonomy) {
        this.purchases = purchases;
        this.store = store;
        this.requests = requests;
        this.budget = budget;
        this.taxonomy = taxonomy;
    }

    @Override
    public String element() {
        return "sourcingMethod";
    }

    @Override
    public String decision() {
        return ProcurementProcess.Decision.SOURCING_METHOD;
    }

    @Override
    public Record facts(CaseId caseId) {
        var plan = store.plan(caseId);
        var wish = requests.wish(caseId);
        return new Facts(
                sourceKind(wish, total(wish)),
                Objects.requireNonNull(plan.qualifiedSuppliers()),
                total(wish).amount(),
                Boolean.TRUE.equals(plan.uniquenessProven()),
                Boolean.TRUE.equals(plan.unforeseeableUrgency()),
                Boolean.TRUE.equals(plan.severalSuppliersWanted()),
                Boolean.TRUE.equals(plan.specClear()),
                Boolean.TRUE.equals(plan.limitedMarket()),
                // a purchase of this process is never a supplement to a running contract
                BigDecimal.ZERO);
    }

    /** What was approved at the requirement, or more once finance bears more. */
    private Money total(SourcingRequests.Wish wish) {
        var held = budget.held(wish.caseId());
        return held.compareTo(wish.budget()) > 0 ? held : wish.budget();
    }

    /** Public data for which nothing was budgeted comes from an authority; everything else is bought. */
    private String sourceKind(SourcingRequests.Wish wish, Money total) {
        var isPublic = wish.form().dataClasses().stream().allMatch(code -> taxonomy.dataClass(code)
                .map(Taxonomy.DataClass::publicData)
                .orElse(false));
        return isPublic && total.isZero() ? "GOV_SHARING" : "PURCHASE";
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var purchase = purchases.open(caseId);
        var row = rows.get(0);
        var method = String.valueOf(row.outputs().get("method"));
        var reasons = String.valueOf(row.outputs().get("reasonDocument"));
        int least = row.whole("minQuotes");
        var found = !method.equals(SURVEY_FIRST);
        store.method(caseId, method, least, reasons);
        if (!found) {
            store.note(caseId, "surveyFirst");
        }
        purchases.publish(
                found ? "purchase.methodFixed" : "purchase.surveyFirst",
                purchase,
                null,
                details("method", method, "minQuotes", least, "reasonDocument", reasons));
        return Flags.of(ProcurementProcess.METHOD_FOUND, found);
    }
}
