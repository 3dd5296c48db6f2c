package org.sluice.rules.facts;

import org.jspecify.annotations.Nullable;

/** The data that would be used, and what becomes of the results. */
public record UsedData(
        @Nullable Integer jrLevel,
        @Nullable Boolean containsPersonalInfo,
        @Nullable Boolean productListed,
        @Nullable Boolean supplierInGoodStanding,
        @Nullable Boolean reuseAllowed,
        @Nullable Boolean sameLine,
        @Nullable Boolean storeResults,
        @Nullable Integer retentionDays,
        @Nullable Boolean resultsEncrypted) {}
