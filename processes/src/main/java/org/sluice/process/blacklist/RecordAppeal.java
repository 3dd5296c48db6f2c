package org.sluice.process.blacklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * The supplier appeals.
 */
public record RecordAppeal(
        @Nullable String grounds, @Nullable LocalDate receivedOn) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("grounds", grounds).atMost("grounds", grounds, 4000).required("receivedOn", receivedOn);
    }
}
