package org.sluice.process.privacy;

/** Where a match test stands; the last four are ends. */
public enum MatchTestState {
    ORDERED,
    RUNNING,
    /** Both have answered, and their answers agree. */
    DONE,
    REFUSED,
    /** Both have answered, and their answers are no result. */
    FAILED,
    CANCELLED;

    public boolean isEnd() {
        return this != ORDERED && this != RUNNING;
    }
}
