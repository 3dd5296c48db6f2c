package org.sluice.process;

import org.jspecify.annotations.Nullable;

/** The initiator takes the case back, with the reason that stays on the case. */
public record Withdraw(@Nullable String reason) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("reason", reason).atMost("reason", reason, 2000);
    }
}
