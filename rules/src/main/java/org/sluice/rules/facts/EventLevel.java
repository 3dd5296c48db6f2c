package org.sluice.rules.facts;

/** How grave a data incident was, in the four levels of the supervisor, or that there was none. */
public enum EventLevel {
    NONE,
    GENERAL,
    LARGER,
    MAJOR,
    ESPECIALLY_MAJOR
}
