package org.sluice.process.blacklist;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * One investigator's finding.
 *
 * @param confirmed whether what was proposed is true
 */
public record InvestigateSupplier(
        @Nullable Boolean confirmed, @Nullable String finding) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("confirmed", confirmed).required("finding", finding).atMost("finding", finding, 4000);
    }
}
