package org.sluice.protocol.psi.ecdh;

import java.security.SecureRandom;
import org.sluice.protocol.group.DiffieHellmanGroup;
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

/** Set intersection by Diffie-Hellman; semi-honest. */
public final class Ecdh implements Technique {

    private final DiffieHellmanGroup group;
    private final SecureRandom random;

    public Ecdh(DiffieHellmanGroup group, SecureRandom random) {
        this.group = group;
        this.random = random;
    }

    @Override
    public Method method() {
        return new Method("ecdh/v1", group.suite());
    }

    @Override
    public boolean offers(Output output) {
        return output == Output.ONE_LEARNS || output == Output.BOTH_LEARN;
    }

    @Override
    public Turn<Intersection> learner(ItemSet items) {
        Terms terms = checked(items);
        return new EcdhLearner(items, new Masks(group, terms, random), group.elementLength()).start(random);
    }

    @Override
    public Turn<Learned> responder(ItemSet items) {
        Terms terms = checked(items);
        return new EcdhResponder(items, new Masks(group, terms, random), group.elementLength()).start(random);
    }

    @Override
    public Traffic traffic(int learners, int responders, Terms terms) {
        Rows masked = new Rows(Frames.MASKED, terms.rowsPerFrame());
        Rows tags = new Rows(Frames.TAGS, terms.rowsPerFrame());
        int width = group.elementLength();
        int tagLength = Terms.tagLength(learners, responders);
        long back = terms.output() == Output.BOTH_LEARN ? tags.bytes(responders, tagLength) : 0;
        return new Traffic(
                Opening.BYTES + masked.bytes(learners, width) + back,
                Opening.BYTES + masked.bytes(responders, width) + tags.bytes(learners, tagLength));
    }
}
