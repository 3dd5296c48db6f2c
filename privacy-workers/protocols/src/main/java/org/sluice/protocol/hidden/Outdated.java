package org.sluice.protocol.hidden;

/**
 * Thrown where the server holds another version of the list than the client: nothing is wrong, and nothing was counted. The
 * client fetches what it lacks and asks again. Does not depend on what is asked.
 */
public final class Outdated extends RuntimeException {

    private final long version;

    Outdated(long version) {
        super("The server holds version " + version + " of the list");
        this.version = version;
    }

    /** The server's. */
    public long version() {
        return version;
    }
}
