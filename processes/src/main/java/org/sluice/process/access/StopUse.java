package org.sluice.process.access;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/** Somebody suspends a grant or takes it away, with the reason that stays on record. */
public record StopUse(@Nullable StopReason reason, @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("reason", reason)
                .required("comment", comment)
                .atMost("comment", comment, 2000)
                .when(
                        reason != null && !StopReason.ofPeople().contains(reason),
                        "reason",
                        "reasonOfTheHouse",
                        StopReason.ofPeople());
    }
}
