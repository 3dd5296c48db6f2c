package org.sluice.worker.query.wire;

/** A question that is not answered, and why; nothing is wrong with the line. */
public final class Refused extends RuntimeException {

    private final Refusal why;

    public Refused(Refusal why) {
        super("Refused: " + why);
        this.why = why;
    }

    public Refusal why() {
        return why;
    }
}
