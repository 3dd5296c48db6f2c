package org.sluice.protocol.psi.rr22;

import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.okvs.Placement;
import org.sluice.protocol.okvs.Shape;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Rows;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;
import org.sluice.protocol.vole.LpnCode;
import org.sluice.protocol.vole.VoleSize;

/**
 * All sizes of one run with two sets that are not empty, the same for both parties.
 *
 * @param malicious whether the peer is taken to be so
 * @param shape of the learner's set as a store
 */
record Plan(boolean malicious, LpnCode code, Shape shape, int learners, int responders, Terms terms) {

    static final Frame POINTS = new Frame("POINTS", 16);
    static final Frame CORRECTIONS = new Frame("CORRECTIONS", 17);
    static final Frame PUNCTURING = new Frame("PUNCTURING", 18);
    static final Frame PLACEMENT = new Frame("PLACEMENT", 19);
    static final Frame CHALLENGE = new Frame("CHALLENGE", 20);
    static final Frame COMBINATION = new Frame("COMBINATION", 21);
    static final Frame EXPECTED = new Frame("EXPECTED", 22);
    static final Frame OPENED = new Frame("OPENED", 23);
    static final Frame VECTOR = new Frame("VECTOR", 24);
    static final Frame MASK = new Frame("MASK", 25);
    static final Frame TAGS = new Frame("TAGS", 26);

    /** Base transfers: a bit of Δ each. */
    static final int TRANSFERS = 128;

    static final int POINT = 33;
    static final int POINTS_LENGTH = TRANSFERS * 2 * POINT;
    static final int BLOCK = 16;
    static final int HASH = Hashing.LENGTH;

    private static final int VECTOR_ROWS = 1 << 16;

    Plan {
        if (VECTOR_ROWS * BLOCK + Frame.HEADER > Channel.MAX_FRAME) {
            throw new IllegalStateException("A frame holds fewer rows");
        }
    }

    VoleSize size() {
        return VoleSize.of(shape().columns(), code);
    }

    int tagLength() {
        return malicious ? BLOCK : Terms.tagLength(learners, responders);
    }

    /** Of the responder: one for the code's seed, and where it is malicious one for the check's seed and one for the mask. */
    int commitments() {
        return malicious ? 3 : 1;
    }

    int pointsLength() {
        return POINTS_LENGTH + commitments() * HASH;
    }

    int correctionsLength() {
        return POINT + HASH + size().correctionsLength();
    }

    int puncturingLength() {
        return HASH + size().puncturingLength();
    }

    int placementLength() {
        return Placement.SEED + (malicious ? HASH + BLOCK : 0);
    }

    Rows vector() {
        return new Rows(VECTOR, VECTOR_ROWS);
    }

    Rows tags() {
        return new Rows(TAGS, terms.rowsPerFrame());
    }

    Traffic traffic() {
        long learner = Opening.BYTES
                + frame(correctionsLength())
                + frame(placementLength())
                + vector().bytes(shape().columns(), BLOCK);
        long responder = Opening.BYTES
                + frame(pointsLength())
                + frame(puncturingLength())
                + tags().bytes(responders, tagLength());
        return malicious
                ? new Traffic(learner + 2 * frame(BLOCK + HASH), responder + 3 * frame(HASH))
                : new Traffic(learner, responder);
    }

    private static long frame(int length) {
        return Frame.HEADER + (long) length;
    }
}
