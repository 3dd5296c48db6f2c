package org.sluice.rules.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sets that a job intersects, and what was intersected before.
 *
 * @param smallerSet distinct identifiers of the smaller of them
 * @param intersection what they have in common, once that is computed
 * @param earlierRuns intersections of the party that learns with data of the same peer; those long past do no harm here
 */
public record JobSets(
        @Nullable Long smallerSet,
        @Nullable Long intersection,
        @Nullable List<EarlierRun> earlierRuns) {

    public JobSets {
        earlierRuns = earlierRuns == null ? null : List.copyOf(earlierRuns);
    }

    /** Part of the smaller set that is common, 0 of an empty one; null while that is unknown. */
    public @Nullable BigDecimal matchedShare() {
        if (smallerSet == null || intersection == null) {
            return null;
        }
        return smallerSet == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(intersection).divide(BigDecimal.valueOf(smallerSet), MathContext.DECIMAL64);
    }
}
