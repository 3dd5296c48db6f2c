package org.sluice.evaluation;

import static org.sluice.shared.Details.details;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductsInUse;
import org.sluice.process.CaseId;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.process.evaluation.RenewalOutcome;
import org.sluice.process.evaluation.ScoreItem;
import org.sluice.procurement.Contracts;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/** Asks what should become of the product; a person decides. */
@Component
class RenewalStep implements DecisionStep {

    /** In the words of the table: without a grade. */
    private static final String NONE_YET = "NONE_YET";

    /** The table's inputs. */
    record Facts(
            boolean veto,
            String grade,
            String previousGrade,
            boolean standby,
            int callsLast180d,
            boolean replacementReady,
            BigDecimal priceVsBenchmark) {}

    private final EvaluationStore store;
    private final ScoredItems items;
    private final ProductFigures figures;
    private final ProductsInUse products;
    private final Contracts contracts;
    private final EvaluationEvents events;

    RenewalStep(
            EvaluationStore store,
            ScoredItems items,
            ProductFigures figures,
            ProductsInUse products,
            Contracts contracts,
            EvaluationEvents events) {
        this.store = store;
        this.items = items;
        this.figures = figures;
        this.products = products;
        this.contracts = contracts;
        this.events = events;
    }

    @Override
    public String element() {
        return "renewal";
    }

    @Override
    public String decision() {
        return EvaluationCycleProcess.Decision.RENEWAL;
    }

    @Override
    public Record facts(CaseId caseId) {
        var evaluation = store.get(caseId);
        var product = products.get(evaluation.product());
        var calls = figures.callsOfHalfAYear(product.id());
        return new Facts(
                evaluation.veto() != null,
                orNone(evaluation.grade()),
                orNone(evaluation.previousGrade()),
                calls == 0 && isStandby(product),
                (int) Math.min(Integer.MAX_VALUE, calls),
                figures.isReplaceable(product),
                priceVsBenchmark(caseId, evaluation.round()));
    }

    /** Nobody calls it, it is paid for, and could step in for what is called: whoever decides sees whether it is kept for that. */
    private boolean isStandby(ProductsInUse.Product product) {
        return contracts.ofProduct(product.id()).stream()
                        .anyMatch(contract -> contract.state().isInForce())
                && figures.couldStepIn(product);
    }

    private static String orNone(@Nullable String grade) {
        return grade == null ? NONE_YET : grade;
    }

    /** What the scorecard found; where there is nothing to compare with, it is as the benchmark. */
    private BigDecimal priceVsBenchmark(CaseId caseId, int round) {
        return items.of(caseId, round).stream()
                .filter(item -> item.item() == ScoreItem.COST)
                .map(ScoredItem::figure)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElse(BigDecimal.ONE);
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var row = rows.get(0);
        var outcome = RenewalOutcome.valueOf(String.valueOf(row.outputs().get("renewalOutcome")));
        var review = Boolean.TRUE.equals(row.outputs().get("blacklistReview"));
        store.proposed(caseId, outcome, review, row.whole("noticeDays"));
        events.publish(
                "evaluation.renewalProposed",
                store.get(caseId),
                null,
                details("renewalOutcome", outcome, "blacklistReview", review, "noticeDays", row.whole("noticeDays")));
        return Flags.NONE;
    }
}
