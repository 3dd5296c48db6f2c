package org.sluice.protocol.psi.sum;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Rows;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;
import org.sluice.protocol.psi.ecdh.Exchange;
import org.sluice.protocol.psi.ecdh.Masking;
import org.sluice.protocol.session.Turn;

/**
 * What one party's values add up to over the items that both hold; semi-honest. The value holder gets to know the sum, both
 * how many items are common; where they are fewer than agreed, the value holder gets to know no more than that, and neither
 * puts anything out. Each run has scalars and a key of its own: one that broke off starts from its first turn again.
 */
public final class Sum {

    private static final Frame KEY = new Frame("KEY", 18);
    private static final Frame VALUES = new Frame("VALUES", 19);
    private static final Frame SUM = new Frame("SUM", 20);
    private static final int ANSWER = Integer.BYTES + ValueKey.CIPHERTEXT;

    /** Goes in place of a number that is too small. */
    private static final int WITHHELD = -1;

    private final BatchedGroup group;
    private final int leastCommon;
    private final SecureRandom random;
    private final Method method;

    /** A sum that is always told, be it over one common item or none. */
    public Sum(BatchedGroup group, SecureRandom random) {
        this(group, Hashing.SHA_256, 0, random);
    }

    /**
     * A sum that is told over enough common items alone.
     *
     * @param group matches items; values are always encrypted over P-256
     * @param leastCommon how many items must be common; with 0 each sum is told
     * @throws IllegalArgumentException if it is negative
     */
    public Sum(BatchedGroup group, Hashing hashing, int leastCommon, SecureRandom random) {
        if (leastCommon < 0) {
            throw new IllegalArgumentException("No number of common items is below " + leastCommon);
        }
        this.group = group;
        this.leastCommon = leastCommon;
        this.random = random;
        this.method = new Method("ecdh-sum/v1", suite(group, leastCommon), hashing);
    }

    /** Names the least too: parties that hold different ones refuse each other at the opening. */
    private static String suite(BatchedGroup group, int leastCommon) {
        String least = leastCommon == 0 ? "" : ", at least " + leastCommon + " common";
        return group.suite() + ", ElGamal P-256" + least;
    }

    /** What the terms of a run must name, together with {@link Output#SUM}. */
    public Method method() {
        return method;
    }

    /**
     * The party that holds the values and gets to know their sum; nothing where fewer items are common than agreed, and then
     * not how many they are either. Must confirm first (see the session's order).
     */
    public Turn<Optional<Total>> learner(ValuedSet set) {
        ItemSet items = set.items();
        Terms terms = checked(items);
        Masking masking = new Masking(group, items, Masking.Checks.ALL, random);
        Encryption encryption = new Encryption(group, set.valuesAt(masking.order()), random);
        Exchange exchange = new Exchange(masking, items, group.elementLength());
        Turn<Optional<Total>> start = exchange.start(Opening.Side.LEARNER, random, peers -> {
            encryption.begin(terms.rowsPerFrame());
            Column peersTags = masking.peersTags(Terms.tagLength(items.count(), peers));
            return exchange.tags().send(peersTags.sorted(), () -> values(set, encryption, peers));
        });
        return new Turn.Holding<>(encryption::end, start);
    }

    private Turn<Optional<Total>> values(ValuedSet set, Encryption encryption, int peers) {
        Turn<Optional<Total>> answer = new Turn.Receive<>(
                frame -> new Turn.Finished<>(total(set, encryption.key(), peers, SUM.open(frame, ANSWER))));
        return new Turn.Send<>(KEY.of(encryption.key().publicKey()), () -> encryption.send(VALUES, () -> answer));
    }

    /** The answer, if it is one that the terms and this party's own values allow. */
    private Optional<Total> total(ValuedSet set, ValueKey key, int peers, ByteBuffer answer) {
        int own = set.items().count();
        int common = answer.getInt();
        if (common == WITHHELD && leastCommon > 0) {
            checkEmpty(key.open(point(answer), point(answer)));
            return Optional.empty();
        }
        if (common < 0 || common > Math.min(own, peers)) {
            throw new Misbehaviour("The number of common items is not within the two sizes");
        }
        if (common < leastCommon) {
            throw new Misbehaviour("The sum is told over fewer common items than agreed");
        }
        ECPoint sum = key.open(point(answer), point(answer));
        OptionalLong found = new SmallLogarithm(set.least(common), set.most(common)).of(sum);
        return Optional.of(new Total(
                new Overlap(common, own, peers),
                found.orElseThrow(() -> new Misbehaviour("The sum is none that so many of the values can have"))));
    }

    private static void checkEmpty(ECPoint sum) {
        if (!sum.isInfinity()) {
            throw new Misbehaviour("The sum is withheld, but its ciphertext is not one of zero");
        }
    }

    private static ECPoint point(ByteBuffer content) {
        byte[] compressed = new byte[P256.POINT];
        content.get(compressed);
        return P256.decode(compressed);
    }

    /**
     * The party without values, which finds what is common and adds up what it cannot read; it gets to know how many items
     * are common. Where they are fewer than agreed it tells that alone and puts nothing out: a sum over one or two would name
     * them to its peer, and they are items of this party. Must confirm second (see the session's order).
     */
    public Turn<Optional<Overlap>> responder(ItemSet items) {
        Terms terms = checked(items);
        Masking masking = new Masking(group, items, Masking.Checks.ALL, random);
        Ciphertexts ciphertexts = new Ciphertexts(group);
        Exchange exchange = new Exchange(masking, items, group.elementLength());
        Rows values = new Rows(VALUES, terms.rowsPerFrame());
        Turn<Optional<Overlap>> start = exchange.start(Opening.Side.RESPONDER, random, peers -> {
            int tagLength = Terms.tagLength(peers, items.count());
            return exchange.tags()
                    .receiveAscending(
                            items.count(),
                            tagLength,
                            ownTags -> new Turn.Receive<>(frame -> {
                                ECPoint key = point(KEY.open(frame, P256.POINT));
                                return values.receiveEach(
                                        peers,
                                        ValueKey.CIPHERTEXT,
                                        (from, rows) -> ciphertexts.add(rows),
                                        () -> answer(items, ciphertexts, key, masking.peersTags(tagLength), ownTags));
                            }));
        });
        return new Turn.Holding<>(ciphertexts::end, start);
    }

    private Turn<Optional<Overlap>> answer(
            ItemSet items, Ciphertexts ciphertexts, ECPoint key, Column peersTags, Column ownTags) {
        ciphertexts.await();
        int[] common = peersTags.indexesFoundIn(ownTags);
        if (common.length < leastCommon) {
            byte[] withheld = answer(WITHHELD, ciphertexts.sum(new int[0], key, random));
            return new Turn.Send<>(withheld, () -> new Turn.Finished<>(Optional.empty()));
        }
        Overlap overlap = new Overlap(common.length, items.count(), peersTags.count());
        byte[] told = answer(common.length, ciphertexts.sum(common, key, random));
        return new Turn.Send<>(told, () -> new Turn.Finished<>(Optional.of(overlap)));
    }

    private static byte[] answer(int number, byte[] ciphertext) {
        return SUM.of(ByteBuffer.allocate(Integer.BYTES).putInt(number).array(), ciphertext);
    }

    /** What exactly goes over the line for these numbers of distinct items. */
    public Traffic traffic(int learners, int responders, Terms terms) {
        Rows rows = new Rows(VALUES, terms.rowsPerFrame());
        int width = group.elementLength();
        return new Traffic(
                Opening.BYTES
                        + rows.bytes(learners, width)
                        + rows.bytes(responders, Terms.tagLength(learners, responders))
                        + Frame.HEADER
                        + P256.POINT
                        + rows.bytes(learners, ValueKey.CIPHERTEXT),
                Opening.BYTES + rows.bytes(responders, width) + Frame.HEADER + ANSWER);
    }

    private Terms checked(ItemSet items) {
        Terms terms = items.terms();
        if (!terms.method().equals(method) || terms.output() != Output.SUM) {
            throw new IllegalArgumentException(
                    "Terms for " + terms.method() + " and " + terms.output() + " are none for the sum by " + method);
        }
        return terms;
    }
}
