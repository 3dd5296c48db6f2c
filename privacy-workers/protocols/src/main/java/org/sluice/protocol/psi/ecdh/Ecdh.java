package org.sluice.protocol.psi.ecdh;

import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.Hashing;
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

    private final BatchedGroup group;
    private final SecureRandom random;
    private final Method method;

    public Ecdh(BatchedGroup group, SecureRandom random) {
        this(group, Hashing.SHA_256, random);
    }

    public Ecdh(BatchedGroup group, Hashing hashing, SecureRandom random) {
        this.group = group;
        this.random = random;
        this.method = method(group, hashing);
    }

    static Method method(BatchedGroup group, Hashing hashing) {
        return new Method("ecdh/v1", group.suite(), hashing);
    }

    @Override
    public Method method() {
        return method;
    }

    @Override
    public boolean offers(Output output) {
        return output == Output.ONE_LEARNS || output == Output.BOTH_LEARN;
    }

    @Override
    public Turn<Intersection> learner(ItemSet items) {
        Terms terms = checked(items);
        Masking masking = new Masking(group, items, Masking.Checks.LOOSE, random);
        Exchange exchange = new Exchange(masking, items, group.elementLength());
        return exchange.start(Opening.Side.LEARNER, random, peers -> {
            int tagLength = Terms.tagLength(items.count(), peers);
            return exchange.tags().receive(items.count(), tagLength, ownTags -> {
                Column peersTags = masking.peersTags(tagLength);
                Turn<Intersection> end = new Turn.Finished<>(masking.intersection(ownTags, peersTags));
                return terms.output() == Output.BOTH_LEARN ? exchange.tags().send(peersTags, () -> end) : end;
            });
        });
    }

    @Override
    public Turn<Learned> responder(ItemSet items) {
        Terms terms = checked(items);
        Masking masking = new Masking(group, items, Masking.Checks.LOOSE, random);
        Exchange exchange = new Exchange(masking, items, group.elementLength());
        return exchange.start(Opening.Side.RESPONDER, random, peers -> {
            int tagLength = Terms.tagLength(peers, items.count());
            Column peersTags = masking.peersTags(tagLength);
            return exchange.tags().send(peersTags, () -> {
                if (terms.output() == Output.ONE_LEARNS) {
                    return new Turn.Finished<>(new Answered(items.count(), peers));
                }
                return exchange.tags()
                        .receive(
                                items.count(),
                                tagLength,
                                ownTags -> new Turn.Finished<>(masking.intersection(ownTags, peersTags)));
            });
        });
    }

    @Override
    public Traffic traffic(int learners, int responders, Terms terms) {
        Traffic oneLearns = traffic(group, learners, responders, terms);
        Rows tags = new Rows(Exchange.TAGS, terms.rowsPerFrame());
        long back =
                terms.output() == Output.BOTH_LEARN ? tags.bytes(responders, Terms.tagLength(learners, responders)) : 0;
        return new Traffic(oneLearns.learners() + back, oneLearns.responders());
    }

    static Traffic traffic(BatchedGroup group, int learners, int responders, Terms terms) {
        Rows masked = new Rows(Exchange.MASKED, terms.rowsPerFrame());
        Rows tags = new Rows(Exchange.TAGS, terms.rowsPerFrame());
        int width = group.elementLength();
        return new Traffic(
                Opening.BYTES + masked.bytes(learners, width),
                Opening.BYTES
                        + masked.bytes(responders, width)
                        + tags.bytes(learners, Terms.tagLength(learners, responders)));
    }
}
