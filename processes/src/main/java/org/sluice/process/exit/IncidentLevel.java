package org.sluice.process.exit;

/** How grave a security incident is; the least first. */
public enum IncidentLevel {
    /** There was none. */
    NONE,
    GENERAL,
    LARGER,
    MAJOR,
    ESPECIALLY_MAJOR
}
