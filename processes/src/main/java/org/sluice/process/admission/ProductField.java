package org.sluice.process.admission;

import org.jspecify.annotations.Nullable;

/**
 * A field that a product delivers, as the steward tags it; the tag decides its level.
 *
 * @param groupSize the smallest group behind a statistic; 0 or nothing for everything else
 */
public record ProductField(
        @Nullable String name,
        @Nullable FieldTag tag,
        @Nullable Granularity granularity,
        @Nullable Integer groupSize) {}
