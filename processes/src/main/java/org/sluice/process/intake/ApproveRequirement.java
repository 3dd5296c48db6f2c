package org.sluice.process.intake;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * One rung of the approvals.
 *
 * @param comment required when the requirement is refused; a committee names its minutes here
 */
public record ApproveRequirement(
        @Nullable Boolean approved, @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("approved", approved)
                .when(
                        Boolean.FALSE.equals(approved) && (comment == null || comment.isBlank()),
                        "comment",
                        "reasonForNo")
                .atMost("comment", comment, 2000);
    }
}
