package org.sluice.process.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What becomes of the product.
 *
 * @param blacklistReview whether the supplier is proposed for the blacklist
 * @param demand what has to be rectified; with a rectification alone
 * @param rectifyBy by when
 * @param reasons required where the decision is not what the table proposes
 */
public record DecideRenewal(
        @Nullable RenewalOutcome outcome,
        @Nullable Boolean blacklistReview,
        @Nullable String demand,
        @Nullable LocalDate rectifyBy,
        @Nullable String reasons)
        implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("outcome", outcome)
                .required("blacklistReview", blacklistReview)
                .atMost("demand", demand, 4000)
                .atMost("reasons", reasons, 4000);
        if (outcome != null && outcome.way() == RenewalOutcome.Way.RECTIFY) {
            problems.required("demand", demand).required("rectifyBy", rectifyBy);
        } else if (outcome != null) {
            problems.when(demand != null && !demand.isBlank(), "demand", "onlyWithRectification")
                    .when(rectifyBy != null, "rectifyBy", "onlyWithRectification");
        }
    }
}
