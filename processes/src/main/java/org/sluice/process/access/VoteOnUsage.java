package org.sluice.process.access;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * One vote of the committee on a use.
 *
 * @param comment required with a vote against
 */
public record VoteOnUsage(
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
