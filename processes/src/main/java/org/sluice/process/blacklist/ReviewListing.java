package org.sluice.process.blacklist;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What an entry has come to before it ends.
 *
 * @param conditionsMet whether the supplier has done what was asked of it
 */
public record ReviewListing(
        @Nullable Boolean conditionsMet, @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("conditionsMet", conditionsMet)
                .required("comment", comment)
                .atMost("comment", comment, 2000);
    }
}
