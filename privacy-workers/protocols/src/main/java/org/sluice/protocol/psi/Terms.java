package org.sluice.protocol.psi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What both parties agreed on before the run; a party whose peer holds other terms stops at the first frame.
 *
 * <p>The job's salt keeps runs apart: masked values and item hashes of one job say nothing about another's. The least
 * size keeps either side from being asked about a handful of items; the greatest bounds memory.
 */
public final class Terms {

    /** Greatest set in one run, 2^24; larger ones go in buckets. */
    public static final int LARGEST_SET = 1 << 24;

    public static final int SALT_LENGTH = 16;

    private static final int ROWS_PER_FRAME = 4096;

    private final Method method;
    private final Output output;
    private final byte[] jobSalt;
    private final int least;
    private final int greatest;
    private final int rowsPerFrame;
    private final int leastOfPeer;
    private final int greatestOfPeer;

    public Terms(Method method, Output output, byte[] jobSalt, int least, int greatest) {
        this(method, output, jobSalt, least, greatest, ROWS_PER_FRAME);
    }

    public Terms(Method method, Output output, byte[] jobSalt, int least, int greatest, int rowsPerFrame) {
        this(method, output, jobSalt, least, greatest, rowsPerFrame, least, greatest);
    }

    private Terms(
            Method method,
            Output output,
            byte[] jobSalt,
            int least,
            int greatest,
            int rowsPerFrame,
            int leastOfPeer,
            int greatestOfPeer) {
        if (jobSalt.length != SALT_LENGTH) {
            throw new IllegalArgumentException("A job's salt has 16 bytes, not " + jobSalt.length);
        }
        if (least < 0 || least > greatest || greatest > LARGEST_SET) {
            throw new IllegalArgumentException(
                    "Sizes from " + least + " to " + greatest + " are not within 0 to " + LARGEST_SET);
        }
        if (rowsPerFrame < 1) {
            throw new IllegalArgumentException("A frame holds at least one row, not " + rowsPerFrame);
        }
        this.method = method;
        this.output = output;
        this.jobSalt = jobSalt.clone();
        this.least = least;
        this.greatest = greatest;
        this.rowsPerFrame = rowsPerFrame;
        this.leastOfPeer = leastOfPeer;
        this.greatestOfPeer = greatestOfPeer;
    }

    public Method method() {
        return method;
    }

    public Hashing hashing() {
        return method.hashing();
    }

    public Output output() {
        return output;
    }

    public byte[] jobSalt() {
        return jobSalt.clone();
    }

    /** Rows that a full frame of a column holds. */
    public int rowsPerFrame() {
        return rowsPerFrame;
    }

    public boolean allow(int size) {
        return least <= size && size <= greatest;
    }

    /** Whether the peer's set may have this size. */
    public boolean allowPeer(int size) {
        return leastOfPeer <= size && size <= greatestOfPeer;
    }

    /**
     * The same terms, at a party that knows its peer's size already and takes no other. The peer need not know of it, so it
     * is no part of the fingerprint.
     *
     * @throws IllegalArgumentException if these terms do not allow that size
     */
    public Terms withPeerOf(int size) {
        if (!allow(size)) {
            throw new IllegalArgumentException("A peer of " + size + " is not within " + least + " to " + greatest);
        }
        return new Terms(method, output, jobSalt, least, greatest, rowsPerFrame, size, size);
    }

    /** 32 bytes that differ wherever the terms do. */
    public byte[] fingerprint() {
        return hashing()
                .of(
                        "sluice/psi/v1",
                        ascii(method.technique()),
                        ascii(method.suite()),
                        ascii(method.hashing().name()),
                        ascii(output.name()),
                        jobSalt,
                        ByteBuffer.allocate(12)
                                .putInt(least)
                                .putInt(greatest)
                                .putInt(rowsPerFrame)
                                .array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * {@code ⌈(40 + ⌈log₂ m⌉ + ⌈log₂ n⌉) / 8⌉} bytes, in which no two tags of m and n different items agree but for a
     * chance of 2^-40.
     */
    public static int tagLength(int m, int n) {
        return (40 + ceilingOfLog2(m) + ceilingOfLog2(n) + 7) / 8;
    }

    private static int ceilingOfLog2(int number) {
        return number < 2 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(number - 1);
    }
}
