package org.sluice.process.evaluation;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * Whether what was demanded has been done.
 *
 * @param finding what was looked at and what was seen there
 */
public record CheckRectification(
        @Nullable Boolean verified, @Nullable String finding) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("verified", verified).required("finding", finding).atMost("finding", finding, 4000);
    }
}
