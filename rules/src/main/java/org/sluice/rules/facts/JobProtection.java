package org.sluice.rules.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a job from telling more than it should.
 *
 * @param labelsLeave whether labels or gradients leave their party
 * @param leavingProtected whether what leaves is encrypted or secret-shared
 * @param budgetKept whether any of the data sets has a budget of differential privacy
 * @param epsilonBudget of the data set that has least left; so are the following
 * @param epsilonUsed by jobs before this one
 * @param epsilonAsked by this job
 */
public record JobProtection(
        @Nullable Boolean labelsLeave,
        @Nullable Boolean leavingProtected,
        @Nullable Boolean budgetKept,
        @Nullable BigDecimal epsilonBudget,
        @Nullable BigDecimal epsilonUsed,
        @Nullable BigDecimal epsilonAsked) {

    /** Whether nothing is left, or less than the job asks for; null while a number is unknown. */
    public @Nullable Boolean budgetOverdrawn() {
        if (epsilonBudget == null || epsilonUsed == null || epsilonAsked == null) {
            return null;
        }
        return epsilonUsed.compareTo(epsilonBudget) >= 0
                || epsilonUsed.add(epsilonAsked).compareTo(epsilonBudget) > 0;
    }
}
