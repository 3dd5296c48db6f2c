package org.sluice.worker.orders;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.Terms;
import org.sluice.worker.buckets.BucketExchange;
import org.sluice.worker.buckets.BucketTerms;
import org.sluice.worker.buckets.SpreadSet;
import org.sluice.worker.buckets.Spreading;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.jobs.Role;
import org.sluice.worker.jobs.Transcript;

/**
 * A range of one order's run, bucket by bucket: what is done is on the disk at both parties before the next begins, so that it goes on
 * with the bucket it was in, whichever of them was killed.
 *
 * <p>Items are spread by a salt that follows from the order's hash: the same at both, and at every begin. Each bucket's own
 * run has a salt that no other begin has.
 */
final class DividedRun {

    private final OrderTask task;
    private final int buckets;
    private final Range range;
    private final SealedResults.BucketFolder folder;
    private final SpreadSet spread;
    private final SecureRandom random;

    /**
     * Spreads anew what may be left to do; what earlier begins have come to stays.
     *
     * @param folder where this range of the step's buckets is kept
     */
    DividedRun(
            OrderTask task,
            DataSet set,
            int buckets,
            Range range,
            SealedResults.BucketFolder folder,
            SecureRandom random) {
        this.task = task;
        this.buckets = buckets;
        this.range = range;
        this.folder = folder;
        this.random = random;
        try (Spreading spreading = Spreading.into(folder.place(), salt(), buckets, this::isLeft)) {
            set.items().forEach(spreading::add);
            this.spread = spreading.finish();
        }
    }

    /** What is done at the learner is done at both; the responder may be asked for one that is done here. */
    private boolean isLeft(int bucket) {
        return bucket >= range.from(buckets)
                && bucket < range.to(buckets)
                && (task.role() == Role.RESPONDER || !folder.ledger().isDone(bucket));
    }

    /** Of its range. */
    int buckets() {
        return range.to(buckets) - range.from(buckets);
    }

    /** Rows of each bucket on this side, random ones included. */
    int capacity() {
        return spread.plan().capacity();
    }

    /** Buckets of its range that are on the disk here. */
    int done() {
        return folder.ledger().done(range.from(buckets), range.to(buckets));
    }

    /**
     * Runs what is left of it.
     *
     * @param attempts how often a bucket may be begun
     * @param done hears of each bucket that is on the disk
     * @throws BucketExchange.TooOften if one was begun so often before
     */
    void run(Computation.Rows rows, Channel line, Sizes sizes, int attempts, IntConsumer done) {
        Technique technique = rows.technique();
        BucketTerms terms = new BucketTerms(
                technique, rows.output(), salt(), buckets, range.from(buckets), range.to(buckets), attempts);
        BucketExchange exchange = new BucketExchange(terms, spread, sizes.peers(), folder.ledger(), random);
        if (task.role() == Role.LEARNER) {
            exchange.learn(line, done);
        } else {
            exchange.respond(line, done);
        }
    }

    /** Removes the spread items, which the next begin spreads anew. */
    void leave() {
        spread.delete();
    }

    /** What it came to. */
    RunEnd end(Sizes sizes, boolean learned) {
        Transcript transcript = new Transcript(
                HexFormat.of().formatHex(folder.ledger().transcript(range.from(buckets), range.to(buckets))),
                folder.ledger().bytes(range.from(buckets), range.to(buckets)));
        int @Nullable [] positions = learned ? folder.ledger().positions(range.from(buckets), range.to(buckets)) : null;
        return RunEnd.of(spread.plan().items(), sizes.peers(), positions, transcript);
    }

    private byte[] salt() {
        byte[] hash = Hashing.SHA_256.of(
                "sluice/order-buckets/v1",
                task.hash().getBytes(StandardCharsets.US_ASCII),
                ByteBuffer.allocate(Integer.BYTES).putInt(buckets).array());
        return Arrays.copyOf(hash, Terms.SALT_LENGTH);
    }
}
