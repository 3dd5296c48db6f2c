package org.sluice.process.blacklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * Nothing new is ordered from a supplier while its case is open.
 *
 * @param endsOn the day on which it ends by itself
 */
public record SuspendSupplier(
        @Nullable LocalDate endsOn, @Nullable String reason) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("endsOn", endsOn).required("reason", reason).atMost("reason", reason, 2000);
    }
}
