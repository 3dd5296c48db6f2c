package org.sluice.process.blacklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * The supplier's answer to the notice.
 */
public record RecordReply(@Nullable String reply, @Nullable LocalDate receivedOn) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("reply", reply).atMost("reply", reply, 4000).required("receivedOn", receivedOn);
    }
}
