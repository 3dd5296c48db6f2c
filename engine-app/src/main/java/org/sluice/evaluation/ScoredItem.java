package org.sluice.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sluice.process.evaluation.ItemFinding;
import org.sluice.process.evaluation.NotApplicable;
import org.sluice.process.evaluation.ScoreItem;

/**
 * A line of a scorecard.
 *
 * @param figure in the item's own unit; null where it is found and not measured, and where it does not apply
 * @param notApplicable why it leaves the divisor; null when it counts
 * @param corrected an objection has put it right
 * @param weight null before it is scored
 */
record ScoredItem(
        ScoreItem item,
        @Nullable BigDecimal figure,
        ItemFinding finding,
        @Nullable NotApplicable notApplicable,
        boolean corrected,
        @Nullable Integer weight,
        @Nullable BigDecimal points) {

    static ScoredItem measured(ScoreItem item, @Nullable BigDecimal figure, NotApplicable otherwise) {
        return new ScoredItem(item, figure, ItemFinding.MEASURED, figure == null ? otherwise : null, false, null, null);
    }

    static ScoredItem found(ScoreItem item, ItemFinding finding) {
        return new ScoredItem(item, null, finding, null, false, null, null);
    }

    boolean applies() {
        return notApplicable == null;
    }
}
