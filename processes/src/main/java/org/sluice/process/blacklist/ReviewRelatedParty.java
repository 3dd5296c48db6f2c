package org.sluice.process.blacklist;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What follows for somebody who stands behind a listed supplier, or before it.
 *
 * @param restrict whether it is restricted
 */
public record ReviewRelatedParty(
        @Nullable Boolean restrict, @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("restrict", restrict).required("comment", comment).atMost("comment", comment, 2000);
    }
}
