package org.sluice.worker.buckets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.Terms;

/**
 * What both parties agreed on before the first bucket.
 *
 * @param output who learns each bucket's common items
 * @param from first bucket of the range that this run is about
 * @param to the one behind its last
 * @param attempts how often a bucket may be begun
 */
@SuppressWarnings("ArrayRecordComponent") // a salt is compared through the fingerprint
public record BucketTerms(
        Technique technique, Output output, byte[] salt, int buckets, int from, int to, int attempts) {

    public BucketTerms {
        if (from < 0 || from >= to || to > buckets) {
            throw new IllegalArgumentException("Buckets " + from + " to " + to + " are not within 0 to " + buckets);
        }
        if (salt.length != Terms.SALT_LENGTH) {
            throw new IllegalArgumentException("A job's salt has 16 bytes, not " + salt.length);
        }
        salt = salt.clone();
    }

    /**
     * 32 bytes that differ wherever the terms do, or what both sides have said of their sizes; how often a bucket may be
     * begun is each side's own affair.
     *
     * @param learners distinct items of the learner
     */
    byte[] fingerprint(int learners, int responders) {
        var method = technique.method();
        return Hashing.SHA_256.of(
                "sluice/buckets/v1",
                ascii(method.technique()),
                ascii(method.suite()),
                ascii(method.hashing().name()),
                ascii(output.name()),
                salt,
                ByteBuffer.allocate(20)
                        .putInt(buckets)
                        .putInt(from)
                        .putInt(to)
                        .putInt(learners)
                        .putInt(responders)
                        .array());
    }

    /**
     * Terms of one bucket's run, which no other run of the job has: its salt holds both sides' counts of begins. They
     * allow no other sizes than those that follow from what both sides announced.
     */
    Terms of(int bucket, int learners, int responders, int ownCapacity, int peersCapacity) {
        byte[] own = Hashing.SHA_256.of(
                "sluice/bucket-salt/v1",
                salt,
                ByteBuffer.allocate(12)
                        .putInt(bucket)
                        .putInt(learners)
                        .putInt(responders)
                        .array());
        return new Terms(
                        technique.method(),
                        output,
                        Arrays.copyOf(own, Terms.SALT_LENGTH),
                        Math.min(ownCapacity, peersCapacity),
                        Math.max(ownCapacity, peersCapacity))
                .withPeerOf(peersCapacity);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
