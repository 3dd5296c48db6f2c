package org.sluice.rules.facts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who did what with a job, by whatever names one person and no other. A blank name is an unknown one. */
public record JobPeople(
        @Nullable String createdBy, @Nullable String releasedBy) {

    public JobPeople {
        createdBy = name(createdBy);
        releasedBy = name(releasedBy);
    }

    private static @Nullable String name(@Nullable String given) {
        return (given == null || given.isBlank()) ? null : given.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether one person did both; null while one of them is unknown. */
    public @Nullable Boolean releaserIsCreator() {
        return (createdBy == null || releasedBy == null) ? null : createdBy.equals(releasedBy);
    }
}
