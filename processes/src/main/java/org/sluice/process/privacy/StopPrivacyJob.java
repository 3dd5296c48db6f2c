package org.sluice.process.privacy;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/** Somebody stops a privacy job, with the reason that stays on record. */
public record StopPrivacyJob(@Nullable String reason) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("reason", reason).atMost("reason", reason, 2000);
    }
}
