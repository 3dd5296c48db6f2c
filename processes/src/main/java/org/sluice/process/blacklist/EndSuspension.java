package org.sluice.process.blacklist;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * A suspension ends before its day.
 */
public record EndSuspension(@Nullable String reason) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("reason", reason).atMost("reason", reason, 2000);
    }
}
