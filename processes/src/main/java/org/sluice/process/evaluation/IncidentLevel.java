package org.sluice.process.evaluation;

/** How grave the gravest data incident of a month was that the supplier caused, in the supervisor's four levels. */
public enum IncidentLevel {
    NONE,
    GENERAL,
    LARGER,
    MAJOR,
    ESPECIALLY_MAJOR;

    /** From here on one incident decides alone (一票否决). */
    public boolean isVeto() {
        return compareTo(LARGER) >= 0;
    }
}
