package org.sluice.rules.facts;

import org.jspecify.annotations.Nullable;

/** How the interface is secured, and what the supplier keeps of what the bank sends. */
public record Connection(
        @Nullable Boolean secureChannel,
        @Nullable Boolean addressListed,
        @Nullable Boolean messageSigned,
        @Nullable Boolean replayGuarded,
        @Nullable Boolean supplierKeepsRequests,
        @Nullable Boolean supplierKeepsSample,
        @Nullable Boolean crossBorder,
        @Nullable Boolean exportPathValid,
        @Nullable Boolean associationAnalysis,
        @Nullable Boolean associationAgreed) {}
