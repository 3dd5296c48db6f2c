package org.sluice.worker.query.wire;

/** The peer speaks another release of this language. */
public final class OtherRelease extends RuntimeException {

    private final int release;

    OtherRelease(int release) {
        super("The peer speaks of lists in release " + release + " and this worker in " + Wire.RELEASE);
        this.release = release;
    }

    /** The peer's. */
    public int release() {
        return release;
    }
}
