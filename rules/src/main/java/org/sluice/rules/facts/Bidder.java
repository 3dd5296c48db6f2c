package org.sluice.rules.facts;

import org.jspecify.annotations.Nullable;

/** One bidder of a lot. Persons and control groups are opaque keys, no names. */
public record Bidder(
        @Nullable String bidderCode,
        @Nullable String responsiblePersonKey,
        @Nullable String controlGroup) {}
