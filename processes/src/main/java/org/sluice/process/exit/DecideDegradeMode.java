package org.sluice.process.exit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * The executive's decision on continuity.
 *
 * @param until the last day of the bridge; with a bridge alone
 * @param reasons with a bridge what limits its use meanwhile, with a stop how business goes on
 */
public record DecideDegradeMode(
        @Nullable DegradeChoice choice,
        @Nullable LocalDate until,
        @Nullable String reasons) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("choice", choice).required("reasons", reasons).atMost("reasons", reasons, 2000);
        if (choice == DegradeChoice.BRIDGE) {
            problems.required("until", until);
        } else if (choice != null) {
            problems.when(until != null, "until", "onlyWithBridge");
        }
    }
}
