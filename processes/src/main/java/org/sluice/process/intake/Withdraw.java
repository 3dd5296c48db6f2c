package org.sluice.process.intake;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/** The initiator takes the requirement back, with the reason that stays on the case. */
public record Withdraw(@Nullable String reason) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("reason", reason).atMost("reason", reason, 2000);
    }
}
