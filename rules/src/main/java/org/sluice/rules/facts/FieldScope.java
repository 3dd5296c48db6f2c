package org.sluice.rules.facts;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sluice.process.access.Purpose;

/** Which fields the product delivers, for which purpose, and for how long they are kept. */
public record FieldScope(
        @Nullable Set<String> fields,
        @Nullable Set<String> scenarioFields,
        @Nullable Set<Purpose> sourcePurposes,
        @Nullable Purpose scenarioPurpose,
        @Nullable Boolean retentionStated,
        @Nullable Integer retentionDays,
        @Nullable Integer allowedRetentionDays) {
    public FieldScope {
        fields = fields == null ? null : Set.copyOf(fields);
        scenarioFields = scenarioFields == null ? null : Set.copyOf(scenarioFields);
        sourcePurposes = sourcePurposes == null ? null : Set.copyOf(sourcePurposes);
    }

    /** Fields delivered beyond what the scenario needs, in order; null when either side is unknown. */
    public @Nullable SortedSet<String> unjustifiedFields() {
        if (fields == null || scenarioFields == null) {
            return null;
        }
        var beyond = new TreeSet<>(fields);
        beyond.removeAll(scenarioFields);
        return beyond;
    }

    /** Whether more is delivered than the scenario needs; null when that is unknown. */
    public @Nullable Boolean overreaching() {
        var beyond = unjustifiedFields();
        return beyond == null ? null : !beyond.isEmpty();
    }

    /** Whether the source grants the purpose of the scenario; null when either is unknown. */
    public @Nullable Boolean purposeGranted() {
        if (sourcePurposes == null || scenarioPurpose == null) {
            return null;
        }
        return sourcePurposes.contains(scenarioPurpose);
    }
}
