package org.sluice.process.privacy;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What becomes of a job that went wrong: it begins again with its pre-flight, or is given up.
 *
 * @param comment what was done about it, or why it is given up
 */
public record SettlePrivacyJob(
        @Nullable Boolean again, @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("again", again).required("comment", comment).atMost("comment", comment, 2000);
    }
}
