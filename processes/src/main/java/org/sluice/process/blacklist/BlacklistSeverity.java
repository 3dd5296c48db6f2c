package org.sluice.process.blacklist;

/** How grave it is, in the words of the table {@code blacklistDuration}. */
public enum BlacklistSeverity {
    /** Where the table makes no difference, or the lesser of two. */
    ORDINARY,
    SERIOUS,
    /** An authority or a court has established it. */
    AUTHORITY_RULING,
    /** Grades of a data incident, the least first. */
    GENERAL,
    LARGER,
    MAJOR,
    ESPECIALLY_MAJOR
}
