package org.sluice.blacklist;

/** How far an entry is (domain section 2.8). */
enum BlacklistState {
    PROPOSED,
    INVESTIGATING,
    NOTICED,
    EFFECTIVE,
    APPEALED,
    /** Ended before its term. */
    LIFTED,
    EXPIRED,
    /** An appeal was upheld. */
    REVOKED,
    /** Not listed: not confirmed, or not approved. */
    CLOSED;

    boolean isInForce() {
        return this == EFFECTIVE || this == APPEALED;
    }

    /** True while nobody has decided yet whether the supplier is listed. */
    boolean isUndecided() {
        return this == PROPOSED || this == INVESTIGATING || this == NOTICED;
    }
}
