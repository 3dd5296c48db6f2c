package org.sluice.process.intake;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * The owner's answer to a requirement of the own unit; a confirmation counts as the owner's step of the approvals.
 *
 * @param inHouseFeasible true when the line believes that the bank can build this from data it already has
 * @param comment required when the need is declined
 */
public record ConfirmNeed(
        @Nullable Boolean confirmed,
        @Nullable Boolean inHouseFeasible,
        @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("confirmed", confirmed)
                .when(Boolean.TRUE.equals(confirmed) && inHouseFeasible == null, "inHouseFeasible", "required")
                .when(
                        Boolean.FALSE.equals(confirmed) && (comment == null || comment.isBlank()),
                        "comment",
                        "reasonForNo")
                .atMost("comment", comment, 2000);
    }
}
