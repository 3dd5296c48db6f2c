package org.sluice.rules.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What ties the supplier to the bank, to its reviewers, and to suppliers on the bank's own blacklist. */
public record Ties(
        @Nullable Boolean blacklisted,
        @Nullable Boolean blacklistedRepresentative,
        @Nullable Boolean blacklistedController,
        @Nullable BigDecimal blacklistedOwnership,
        @Nullable RelatedParty relatedPartyOfBank,
        @Nullable Boolean reviewerRelation,
        @Nullable BigDecimal classShare,
        @Nullable BigDecimal spendShare) {}
