package org.sluice.process.blacklist;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * Somebody proposes to end an entry before its term.
 *
 * @param grounds what has changed, and where it is on file
 */
public record ProposeLifting(@Nullable String grounds) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("grounds", grounds).atMost("grounds", grounds, 4000);
    }
}
