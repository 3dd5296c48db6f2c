package org.sluice.process.privacy;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * One approval of a privacy job.
 *
 * @param comment required when it is refused
 */
public record ApprovePrivacyJob(
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
