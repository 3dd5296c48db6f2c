package org.sluice.process.evaluation;

import java.util.List;

/** What an item says that has no figure; MEASURED for all that have one. */
public enum ItemFinding {
    MEASURED,
    VALID,
    RENEWAL_UNDER_WAY,
    LAPSED,
    NO_FINDING,
    CLOSED_IN_TIME,
    STILL_OPEN,
    NO_INCIDENT,
    MINOR_INCIDENT,
    LARGER_INCIDENT;

    /** Those that an item may have. */
    public static List<ItemFinding> of(ScoreItem item) {
        return switch (item) {
            case DOCUMENTS -> List.of(VALID, RENEWAL_UNDER_WAY, LAPSED);
            case RECTIFICATIONS -> List.of(NO_FINDING, CLOSED_IN_TIME, STILL_OPEN);
            case DATA_INCIDENTS -> List.of(NO_INCIDENT, MINOR_INCIDENT, LARGER_INCIDENT);
            default -> List.of(MEASURED);
        };
    }
}
