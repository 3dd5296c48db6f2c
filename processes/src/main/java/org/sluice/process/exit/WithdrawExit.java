package org.sluice.process.exit;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/** Nobody wants the exit any more; the reason stays on the case. */
public record WithdrawExit(@Nullable String reason) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("reason", reason).atMost("reason", reason, 2000);
    }
}
