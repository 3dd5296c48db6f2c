package org.sluice.protocol.psi.ecdh;

import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;
import org.sluice.protocol.session.Turn;

/**
 * How many items two parties have in common, told to the learner alone; semi-honest. Each run has a scalar of its own:
 * one that broke off starts from its first turn again.
 */
public final class Cardinality {

    private final BatchedGroup group;
    private final SecureRandom random;
    private final Method method;

    public Cardinality(BatchedGroup group, SecureRandom random) {
        this(group, Hashing.SHA_256, random);
    }

    public Cardinality(BatchedGroup group, Hashing hashing, SecureRandom random) {
        this.group = group;
        this.random = random;
        this.method = Ecdh.method(group, hashing);
    }

    /** What the terms of a run must name, together with {@link Output#CARDINALITY}. */
    public Method method() {
        return method;
    }

    /** The party that gets to know the number. Must confirm first (see the session's order). */
    public Turn<Overlap> learner(ItemSet items) {
        checkTerms(items);
        Masking masking = new Masking(group, items, Masking.Checks.ALL, random);
        Exchange exchange = new Exchange(masking, items, group.elementLength());
        return exchange.start(Opening.Side.LEARNER, random, peers -> {
            int tagLength = Terms.tagLength(items.count(), peers);
            return exchange.tags().receiveAscending(items.count(), tagLength, ownTags -> {
                Column peersTags = masking.peersTags(tagLength);
                int common = ownTags.distinct().countInCommon(peersTags.distinct());
                return new Turn.Finished<>(new Overlap(common, items.count(), peers));
            });
        });
    }

    /** The party that helps and learns only the learner's size. Must confirm second (see the session's order). */
    public Turn<Answered> responder(ItemSet items) {
        checkTerms(items);
        Masking masking = new Masking(group, items, Masking.Checks.ALL, random);
        Exchange exchange = new Exchange(masking, items, group.elementLength());
        return exchange.start(Opening.Side.RESPONDER, random, peers -> {
            Column peersTags = masking.peersTags(Terms.tagLength(peers, items.count()));
            Turn<Answered> end = new Turn.Finished<>(new Answered(items.count(), peers));
            return exchange.tags().send(peersTags.sorted(), () -> end);
        });
    }

    /** What exactly goes over the line for these numbers of distinct items. */
    public Traffic traffic(int learners, int responders, Terms terms) {
        return Ecdh.traffic(group, learners, responders, terms);
    }

    private void checkTerms(ItemSet items) {
        Terms terms = items.terms();
        if (!terms.method().equals(method) || terms.output() != Output.CARDINALITY) {
            throw new IllegalArgumentException("Terms for " + terms.method() + " and " + terms.output()
                    + " are none for the cardinality by " + method);
        }
    }
}
