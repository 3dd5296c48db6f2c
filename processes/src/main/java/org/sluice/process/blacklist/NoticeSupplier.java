package org.sluice.process.blacklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * The supplier is told what is held against it.
 *
 * @param notice what it was told
 * @param sentOn the day from which it has time to answer
 */
public record NoticeSupplier(
        @Nullable String notice, @Nullable LocalDate sentOn) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("notice", notice).atMost("notice", notice, 4000).required("sentOn", sentOn);
    }
}
