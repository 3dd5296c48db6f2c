package org.sluice.protocol.psi.kkrt;

import java.security.SecureRandom;
import org.sluice.protocol.Cores;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Rows;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;
import org.sluice.protocol.session.Turn;

/** Set intersection by oblivious transfer alone; semi-honest. */
public final class Kkrt implements Technique {

    static final Frame POINTS = new Frame("POINTS", 16);
    static final Frame TRANSFERS = new Frame("TRANSFERS", 17);
    static final Frame SALT = new Frame("SALT", 18);
    static final Frame MATRIX = new Frame("MATRIX", 19);
    static final Frame TAGS = new Frame("TAGS", 20);
    static final Frame COMMON = new Frame("COMMON", 21);

    /** Bytes of the salt under which the learner's items found their bins. */
    static final int SALT_LENGTH = 16;

    private static final Method METHOD =
            new Method("kkrt16/v1", "P-256 endemic OT, IKNP, AES-128 code of 448 bits, 3 hashes");

    private final Cores cores;
    private final SecureRandom random;

    /** @param cores what it computes with beside the calling thread */
    public Kkrt(Cores cores, SecureRandom random) {
        this.cores = cores;
        this.random = random;
    }

    @Override
    public Method method() {
        return METHOD;
    }

    @Override
    public boolean offers(Output output) {
        return output == Output.ONE_LEARNS || output == Output.BOTH_LEARN;
    }

    @Override
    public Turn<Intersection> learner(ItemSet items) {
        Terms terms = checked(items);
        return new Opening(terms, Opening.Side.LEARNER)
                .exchange(items.count(), random, peers -> new Learner(items, peers, random, cores).start());
    }

    @Override
    public Turn<Learned> responder(ItemSet items) {
        Terms terms = checked(items);
        return new Opening(terms, Opening.Side.RESPONDER)
                .exchange(items.count(), random, peers -> new Responder(items, peers, random, cores).start());
    }

    @Override
    public Traffic traffic(int learners, int responders, Terms terms) {
        int tagLength = Terms.tagLength(learners, responders);
        long setUp = Frame.HEADER + Transfers.POINTS + Frame.HEADER + SALT_LENGTH;
        long matrix = Bins.of(learners).matrixBytes();
        long common = terms.output() == Output.BOTH_LEARN
                ? common(terms).bytes(Common.count(learners, responders), tagLength)
                : 0;
        long tags = Bins.CHOICES * tags(terms).bytes(responders, tagLength);
        return new Traffic(
                Opening.BYTES + setUp + matrix + common, Opening.BYTES + Frame.HEADER + Transfers.ANSWER + tags);
    }

    static Rows tags(Terms terms) {
        return new Rows(TAGS, terms.rowsPerFrame());
    }

    static Rows common(Terms terms) {
        return new Rows(COMMON, terms.rowsPerFrame());
    }
}
