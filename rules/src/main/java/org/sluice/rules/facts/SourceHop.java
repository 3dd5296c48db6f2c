package org.sluice.rules.facts;

import org.jspecify.annotations.Nullable;

/** One hop of the source chain, from the origin to the supplier. */
public record SourceHop(
        @Nullable Integer hopPosition, @Nullable Boolean hopDocumented) {}
