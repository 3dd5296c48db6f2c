package org.sluice.process.privacy;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * Whether a held result is opened to the party that may know it; decided by somebody other than the requester.
 *
 * @param comment required when it is withheld
 */
public record ReleasePrivacyResult(
        @Nullable Boolean released, @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("released", released)
                .when(
                        Boolean.FALSE.equals(released) && (comment == null || comment.isBlank()),
                        "comment",
                        "reasonForNo")
                .atMost("comment", comment, 2000);
    }
}
