package org.sluice.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.sluice.process.CaseId;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/**
 * Asks for weight and points of the items that apply, one after the other. The score is points by the weight of these alone,
 * so that what does not apply leaves the divisor.
 */
@Component
class ScorecardStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(String item, BigDecimal figure, String itemFinding) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final EvaluationStore store;
    private final ScoredItems items;
    private final Parameters parameters;

    ScorecardStep(EvaluationStore store, ScoredItems items, Parameters parameters) {
        this.store = store;
        this.items = items;
        this.parameters = parameters;
    }

    @Override
    public String element() {
        return "scorecard";
    }

    @Override
    public String decision() {
        return EvaluationCycleProcess.Decision.SCORECARD;
    }

    @Override
    public DecisionStep about(int index) {
        return new OfItem(index);
    }

    @Override
    public Record facts(CaseId caseId) {
        throw new IllegalStateException("Points are asked for item by item");
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        throw new IllegalStateException("Points are asked for item by item");
    }

    private void score(CaseId caseId, int place, List<Row> rows) {
        var round = store.get(caseId).round();
        var item = items.applying(caseId, round).get(place).item();
        if (rows.size() != 1) {
            throw new IllegalStateException("The table has " + rows.size() + " rows for " + item);
        }
        var row = rows.get(0);
        items.scored(caseId, round, item, row.whole("weight"), points(row));
        var scored = items.of(caseId, round).stream()
                .filter(each -> each.weight() != null)
                .toList();
        int weight = scored.stream()
                .mapToInt(each -> Objects.requireNonNull(each.weight()))
                .sum();
        var points = scored.stream()
                .map(each -> Objects.requireNonNull(each.points()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        store.scored(
                caseId, points.multiply(HUNDRED).divide(BigDecimal.valueOf(weight), 2, RoundingMode.HALF_UP), weight);
    }

    private static BigDecimal points(Row row) {
        if (row.outputs().get("points") instanceof Number points) {
            return BigDecimal.valueOf(points.doubleValue());
        }
        throw new IllegalStateException("Row " + row.row() + " gives no points");
    }

    /** A veto needs no figures; a grade needs enough of them. */
    private boolean isEnough(CaseId caseId) {
        var evaluation = store.get(caseId);
        return evaluation.veto() != null
                || Objects.requireNonNullElse(evaluation.weight(), 0) >= parameters.whole("evaluation.leastWeight");
    }

    /** The question about one item. */
    private final class OfItem implements DecisionStep {

        private final int place;

        OfItem(int place) {
            this.place = place;
        }

        @Override
        public String element() {
            return ScorecardStep.this.element();
        }

        @Override
        public String decision() {
            return ScorecardStep.this.decision();
        }

        @Override
        public Record facts(CaseId caseId) {
            var item = items.applying(caseId, store.get(caseId).round()).get(place);
            return new Facts(
                    item.item().name(),
                    item.figure() == null ? BigDecimal.ZERO : item.figure(),
                    item.finding().name());
        }

        @Override
        public Flags apply(CaseId caseId, List<Row> rows) {
            score(caseId, place, rows);
            return Flags.of(EvaluationCycleProcess.FIGURES_ENOUGH, isEnough(caseId));
        }
    }
}
