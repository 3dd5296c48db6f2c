package org.sluice.process.privacy;

/** Where one party's part in a match test stands. */
public enum PartyState {
    /** For its worker, or its worker for the peer's. */
    WAITING,
    /** Its worker has it in hand and has not begun to compute. */
    FETCHED,
    RUNNING,
    DONE,
    REFUSED,
    /** Given up by its worker; an operator may have it tried again. */
    FAILED,
    CANCELLED;

    public boolean isEnd() {
        return this == DONE || this == REFUSED || this == CANCELLED;
    }
}
