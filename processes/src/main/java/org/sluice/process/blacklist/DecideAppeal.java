package org.sluice.process.blacklist;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * Somebody who was not involved decides an appeal.
 *
 * @param upheld whether the entry is revoked
 */
public record DecideAppeal(
        @Nullable Boolean upheld, @Nullable String reasons) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("upheld", upheld).required("reasons", reasons).atMost("reasons", reasons, 4000);
    }
}
