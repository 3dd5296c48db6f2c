package org.sluice.process.privacy;

/** Where a privacy job stands; from {@link #REFUSED} on they are ends. */
public enum PrivacyJobState {
    /** Rules are asked, or somebody's approval is missing. */
    REQUESTED,
    /** Everybody has agreed; both parties look whether they can. */
    PREFLIGHT,
    RUNNING,
    /** Something went wrong that a person must settle. */
    TROUBLED,
    /** Sealed where it was learned, waiting for somebody other than the requester. */
    HELD,
    /** Opened to the party that may know it, until its term is over. */
    RELEASED,
    /** Nothing is left of it but its receipts. */
    PURGING,
    REFUSED,
    STOPPED,
    /** Given up after something went wrong. */
    FAILED,
    /** Released, used, and purged at its term. */
    CLOSED,
    /** The result was never released. */
    WITHHELD;

    public boolean isEnd() {
        return switch (this) {
            case REQUESTED, PREFLIGHT, RUNNING, TROUBLED, HELD, RELEASED, PURGING -> false;
            case REFUSED, STOPPED, FAILED, CLOSED, WITHHELD -> true;
        };
    }
}
