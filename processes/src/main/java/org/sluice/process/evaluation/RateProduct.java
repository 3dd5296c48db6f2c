package org.sluice.process.evaluation;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What one unit says about the product that it uses.
 *
 * @param score effect against plan: 5 beyond it, 4 as planned, 3 and 2 half of it or more, 1 less than half
 * @param comment what the figure rests on; required below 3
 */
public record RateProduct(@Nullable Integer score, @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("score", score)
                .between("score", score, 1, 5)
                .when(score != null && score < 3 && (comment == null || comment.isBlank()), "comment", "reasonForLow")
                .atMost("comment", comment, 2000);
    }
}
