package org.sluice.protocol.psi.ecdh;

import java.security.SecureRandom;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Rows;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;
import org.sluice.protocol.session.Turn;

/**
 * How many items two parties have in common, told to the learner alone; semi-honest. Each run has a scalar of its own:
 * one that broke off starts from its first turn again.
 */
public final class Cardinality {

    private final DiffieHellmanGroup group;
    private final SecureRandom random;

    public Cardinality(DiffieHellmanGroup group, SecureRandom random) {
        this.group = group;
        this.random = random;
    }

    /** What the terms of a run must name, together with {@link Output#CARDINALITY}. */
    public Method method() {
        return new Method("ecdh/v1", group.suite());
    }

    /** Must confirm first (see the session's order). */
    public Turn<Overlap> learner(ItemSet items) {
        return new CardinalityLearner(group, checked(items), random).start();
    }

    /** Must confirm second (see the session's order). */
    public Turn<Answered> responder(ItemSet items) {
        return new CardinalityResponder(group, checked(items), random).start();
    }

    /** What exactly goes over the line for these numbers of distinct items. */
    public Traffic traffic(int learners, int responders, Terms terms) {
        Rows masked = new Rows(Frames.MASKED, terms.rowsPerFrame());
        Rows tags = new Rows(Frames.TAGS, terms.rowsPerFrame());
        int width = group.elementLength();
        return new Traffic(
                Opening.BYTES + masked.bytes(learners, width),
                Opening.BYTES
                        + masked.bytes(responders, width)
                        + tags.bytes(learners, Terms.tagLength(learners, responders)));
    }

    private ItemSet checked(ItemSet items) {
        Terms terms = items.terms();
        if (!terms.method().equals(method()) || terms.output() != Output.CARDINALITY) {
            throw new IllegalArgumentException("Terms for " + terms.method() + " and " + terms.output()
                    + " are none for the cardinality by " + method());
        }
        return items;
    }
}
