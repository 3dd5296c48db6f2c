package org.sluice.process.blacklist;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * One approver's or committee member's decision.
 *
 * @param comment required with a no
 */
public record DecideListing(
        @Nullable Boolean inFavour, @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("inFavour", inFavour)
                .when(
                        Boolean.FALSE.equals(inFavour) && (comment == null || comment.isBlank()),
                        "comment",
                        "reasonForNo")
                .atMost("comment", comment, 2000);
    }
}
