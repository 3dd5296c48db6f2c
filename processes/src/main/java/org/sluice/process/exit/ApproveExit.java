package org.sluice.process.exit;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * A signature under an exit, or its refusal: the product stays in use then, and what was blocked is open again.
 *
 * @param comment required when the exit is refused
 */
public record ApproveExit(
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
