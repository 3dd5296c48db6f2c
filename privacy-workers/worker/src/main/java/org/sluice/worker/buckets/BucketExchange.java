package org.sluice.worker.buckets;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.IntConsumer;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Session;

/**
 * Runs a range of buckets over one line. The learner leads: it names the next bucket that is not done, and ends the
 * exchange when all are. Whatever breaks the line, either side may begin a new exchange over a new one.
 */
public final class BucketExchange {

    private static final byte HELLO = 0x40;
    private static final byte BUCKET = 0x41;
    private static final byte GO = 0x42;
    private static final byte END = 0x43;
    private static final int FINGERPRINT = 32;

    private final BucketTerms terms;
    private final SpreadSet items;
    private final Ledger ledger;
    private final SecureRandom random;

    /** @param items spread with the terms' salt over the terms' number of buckets */
    public BucketExchange(BucketTerms terms, SpreadSet items, Ledger ledger, SecureRandom random) {
        if (items.plan().buckets() != terms.buckets()) {
            throw new IllegalArgumentException(
                    "The items are spread over " + items.plan().buckets() + " buckets");
        }
        this.terms = terms;
        this.items = items;
        this.ledger = ledger;
        this.random = random;
    }

    /**
     * Runs as the learner until all buckets of the range are done here; those that were done before are skipped.
     *
     * @param done hears of each bucket whose result is on the disk
     * @throws Misbehaviour if the peer broke the protocol
     * @throws org.sluice.protocol.channel.ChannelClosed if the line went down; begin again over another
     * @throws TooOften if a bucket would be begun more often than the terms allow
     */
    public void learn(Channel line, IntConsumer done) {
        line.send(hello());
        int peers = capacity(line.receive());
        for (int bucket = terms.from(); bucket < terms.to(); bucket++) {
            if (!ledger.isDone(bucket)) {
                int attempt = begin(bucket);
                line.send(frame(BUCKET, bucket, attempt));
                int theirs = open(line.receive(), GO, 1)[0];
                learn(
                        line,
                        bucket,
                        terms.of(bucket, attempt, theirs, items.plan().capacity(), peers),
                        peers);
                done.accept(bucket);
            }
        }
        line.send(new byte[] {END});
    }

    private void learn(Channel line, int bucket, Terms own, int peers) {
        SpreadSet.Filled filled = items.filled(bucket, random);
        MeteredChannel metered = new MeteredChannel(line);
        Intersection common = new Session(metered, Session.Order.FIRST)
                .run(terms.technique().learner(ItemSet.of(filled.rows(), own)));
        if (common.peers() != peers) {
            throw new Misbehaviour("The peer's bucket is not filled up to the size that follows from its items");
        }
        byte[] transcript = Hashing.SHA_256.of(
                "sluice/bucket-transcript/v1",
                hash(metered.sent().sha256()),
                hash(metered.received().sha256()));
        ledger.keep(bucket, Ledger.translated(common, filled.positions()), transcript);
    }

    /**
     * Runs as the responder until the learner ends the exchange.
     *
     * @param done hears of each bucket that was answered
     * @throws Misbehaviour if the peer broke the protocol
     * @throws org.sluice.protocol.channel.ChannelClosed if the line went down; begin again over another
     * @throws TooOften if a bucket would be begun more often than the terms allow
     */
    public void respond(Channel line, IntConsumer done) {
        int peers = capacity(line.receive());
        line.send(hello());
        for (byte[] frame = line.receive(); !isEnd(frame); frame = line.receive()) {
            int[] asked = open(frame, BUCKET, 2);
            int bucket = asked[0];
            if (bucket < terms.from() || bucket >= terms.to()) {
                throw new Misbehaviour("The peer asks for a bucket outside the range");
            }
            int attempt = begin(bucket);
            line.send(frame(GO, attempt));
            Terms own = terms.of(bucket, asked[1], attempt, items.plan().capacity(), peers);
            SpreadSet.Filled filled = items.filled(bucket, random);
            int learned = new Session(new MeteredChannel(line), Session.Order.SECOND)
                    .run(terms.technique().responder(ItemSet.of(filled.rows(), own)))
                    .peers();
            if (learned != peers) {
                throw new Misbehaviour("The peer's bucket is not filled up to the size that follows from its items");
            }
            done.accept(bucket);
        }
    }

    private int begin(int bucket) {
        if (ledger.attempts(bucket) >= terms.attempts()) {
            throw new TooOften(bucket, terms.attempts());
        }
        return ledger.begin(bucket);
    }

    private byte[] hello() {
        return ByteBuffer.allocate(1 + FINGERPRINT + Integer.BYTES)
                .put(HELLO)
                .put(terms.fingerprint())
                .putInt(items.plan().items())
                .array();
    }

    /** Up to which size the peer fills its buckets. */
    private int capacity(byte[] frame) {
        if (frame.length != 1 + FINGERPRINT + Integer.BYTES || frame[0] != HELLO) {
            throw new Misbehaviour("The peer does not begin with its terms");
        }
        ByteBuffer hello = ByteBuffer.wrap(frame, 1, FINGERPRINT + Integer.BYTES);
        byte[] fingerprint = new byte[FINGERPRINT];
        hello.get(fingerprint);
        if (!MessageDigest.isEqual(fingerprint, terms.fingerprint())) {
            throw new Misbehaviour("The peer holds other terms");
        }
        int count = hello.getInt();
        if (count < 0) {
            throw new Misbehaviour("The peer's number of items cannot be");
        }
        int capacity = new BucketPlan(count, terms.buckets()).capacity();
        if (capacity > Terms.LARGEST_SET) {
            throw new Misbehaviour("The peer's buckets are larger than a run may be");
        }
        return capacity;
    }

    private static boolean isEnd(byte[] frame) {
        return frame.length == 1 && frame[0] == END;
    }

    private static byte[] frame(byte kind, int... numbers) {
        ByteBuffer frame =
                ByteBuffer.allocate(1 + numbers.length * Integer.BYTES).put(kind);
        for (int number : numbers) {
            frame.putInt(number);
        }
        return frame.array();
    }

    private static int[] open(byte[] frame, byte kind, int numbers) {
        if (frame.length != 1 + numbers * Integer.BYTES || frame[0] != kind) {
            throw new Misbehaviour("The peer sends something else than the next step between buckets");
        }
        int[] read = new int[numbers];
        ByteBuffer.wrap(frame, 1, frame.length - 1).asIntBuffer().get(read);
        return read;
    }

    private static byte[] hash(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** A bucket was begun as often as the terms allow: each begin is a new query to the peer. */
    public static final class TooOften extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooOften(int bucket, int attempts) {
            super("Bucket " + bucket + " was begun " + attempts + " times and never came to its end");
        }
    }
}
