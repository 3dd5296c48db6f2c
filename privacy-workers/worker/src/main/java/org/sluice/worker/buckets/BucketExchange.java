package org.sluice.worker.buckets;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.IntConsumer;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.channel.Tally;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Session;

/**
 * Runs a range of buckets over one line. The learner leads: it names the next bucket that is not done, and ends the
 * exchange when all are. Whatever breaks the line, either side may begin a new exchange over a new one.
 *
 * <p>The responder keeps a bucket's end before it says so, and the learner keeps it then: what is done at the learner is
 * done at both, and of the same run.
 */
public final class BucketExchange {

    private static final byte HELLO = 0x40;
    private static final byte BUCKET = 0x41;
    private static final byte GO = 0x42;
    private static final byte END = 0x43;
    private static final byte KEPT = 0x44;
    private static final int FINGERPRINT = 32;

    private final BucketTerms terms;
    private final SpreadSet items;
    private final Ledger ledger;
    private final SecureRandom random;
    private final int peers;
    private final int peersCapacity;

    /**
     * @param items spread with the terms' salt over the terms' number of buckets
     * @param peers how many distinct items the peer has said that it has
     */
    public BucketExchange(BucketTerms terms, SpreadSet items, int peers, Ledger ledger, SecureRandom random) {
        if (items.plan().buckets() != terms.buckets()) {
            throw new IllegalArgumentException(
                    "The items are spread over " + items.plan().buckets() + " buckets");
        }
        this.terms = terms;
        this.items = items;
        this.ledger = ledger;
        this.random = random;
        this.peers = peers;
        this.peersCapacity = new BucketPlan(peers, terms.buckets()).capacity();
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
        byte[] hello = hello(items.plan().items(), peers);
        line.send(hello);
        compare(line.receive(), hello);
        for (int bucket = terms.from(); bucket < terms.to(); bucket++) {
            if (!ledger.isDone(bucket)) {
                int attempt = begin(bucket);
                line.send(frame(BUCKET, bucket, attempt));
                int theirs = open(line.receive(), GO, 1)[0];
                learn(
                        line,
                        bucket,
                        terms.of(bucket, attempt, theirs, items.plan().capacity(), peersCapacity));
                done.accept(bucket);
            }
        }
        line.send(new byte[] {END});
    }

    private void learn(Channel line, int bucket, Terms own) {
        SpreadSet.Filled filled = items.filled(bucket, random);
        MeteredChannel metered = new MeteredChannel(line);
        Intersection common = new Session(metered, Session.Order.FIRST)
                .run(terms.technique().learner(ItemSet.of(filled.rows(), own)));
        checkFilled(common);
        byte[] transcript = transcript(metered.sent(), metered.received());
        if (open(line.receive(), KEPT, 1)[0] != bucket) {
            throw new Misbehaviour("The peer has kept another bucket than the one in hand");
        }
        ledger.keep(bucket, Ledger.translated(common, filled.positions()), transcript, bytes(metered));
    }

    private void checkFilled(Learned learned) {
        if (learned.peers() != peersCapacity) {
            throw new Misbehaviour("The peer's bucket is not filled up to the size that follows from its items");
        }
    }

    private static byte[] transcript(Tally byLearner, Tally byResponder) {
        return Hashing.SHA_256.of("sluice/bucket-transcript/v1", hash(byLearner.sha256()), hash(byResponder.sha256()));
    }

    private static long bytes(MeteredChannel metered) {
        return metered.sent().bytes() + metered.received().bytes();
    }

    /**
     * Runs as the responder until the learner ends the exchange.
     *
     * @param done hears of each bucket that was answered and is on the disk
     * @throws Misbehaviour if the peer broke the protocol
     * @throws org.sluice.protocol.channel.ChannelClosed if the line went down; begin again over another
     * @throws TooOften if a bucket would be begun more often than the terms allow
     */
    public void respond(Channel line, IntConsumer done) {
        byte[] hello = hello(peers, items.plan().items());
        compare(line.receive(), hello);
        line.send(hello);
        int last = -1;
        for (byte[] frame = line.receive(); !isEnd(frame); frame = line.receive()) {
            int[] asked = open(frame, BUCKET, 2);
            int bucket = asked[0];
            if (bucket < terms.from() || bucket >= terms.to()) {
                throw new Misbehaviour("The peer asks for a bucket outside the range");
            }
            if (bucket <= last) {
                throw new Misbehaviour("The peer asks for a bucket a second time over one line");
            }
            last = bucket;
            int attempt = begin(bucket);
            line.send(frame(GO, attempt));
            Terms own = terms.of(bucket, asked[1], attempt, items.plan().capacity(), peersCapacity);
            SpreadSet.Filled filled = items.filled(bucket, random);
            MeteredChannel metered = new MeteredChannel(line);
            Learned learned = new Session(metered, Session.Order.SECOND)
                    .run(terms.technique().responder(ItemSet.of(filled.rows(), own)));
            checkFilled(learned);
            int[] positions =
                    learned instanceof Intersection common ? Ledger.translated(common, filled.positions()) : new int[0];
            ledger.keep(bucket, positions, transcript(metered.received(), metered.sent()), bytes(metered));
            line.send(frame(KEPT, bucket));
            done.accept(bucket);
        }
        if (ledger.done(terms.from(), terms.to()) < terms.to() - terms.from()) {
            throw new Misbehaviour("The peer ends the exchange before every bucket is done");
        }
    }

    private int begin(int bucket) {
        if (ledger.attempts(bucket) >= terms.attempts()) {
            throw new TooOften(bucket, terms.attempts());
        }
        return ledger.begin(bucket);
    }

    private byte[] hello(int learners, int responders) {
        return ByteBuffer.allocate(1 + FINGERPRINT)
                .put(HELLO)
                .put(terms.fingerprint(learners, responders))
                .array();
    }

    private static void compare(byte[] frame, byte[] hello) {
        if (frame.length != hello.length || frame[0] != HELLO) {
            throw new Misbehaviour("The peer does not begin with its terms");
        }
        if (!MessageDigest.isEqual(frame, hello)) {
            throw new Misbehaviour("The peer holds other terms, or has said another size");
        }
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
