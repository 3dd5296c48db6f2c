package org.sluice.process.procurement;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * One rung of the approvals before signature.
 *
 * @param comment required when the contract is refused; a committee names its minutes here
 */
public record ApproveContract(
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
