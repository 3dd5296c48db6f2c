package org.sluice.rules.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lot in which the supplier bids; there is one only when a purchase is under way. */
public record LotFacts(@Nullable String lotNo, @Nullable List<Bidder> bidders) {
    public LotFacts {
        bidders = bidders == null ? null : List.copyOf(bidders);
    }
}
