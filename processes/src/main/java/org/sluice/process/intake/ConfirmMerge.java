package org.sluice.process.intake;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * Whether the requirement joins an open one that wants the same.
 *
 * @param requirementNo the requirement that it joins; required when accepted
 * @param comment required when the proposal is not taken
 */
public record ConfirmMerge(
        @Nullable Boolean accepted,
        @Nullable String requirementNo,
        @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("accepted", accepted)
                .when(
                        Boolean.TRUE.equals(accepted) && (requirementNo == null || requirementNo.isBlank()),
                        "requirementNo",
                        "required")
                .when(
                        Boolean.FALSE.equals(accepted) && (comment == null || comment.isBlank()),
                        "comment",
                        "reasonForNo")
                .atMost("comment", comment, 2000);
    }
}
