package org.sluice.protocol.psi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.sluice.protocol.group.DiffieHellmanGroup;

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

    private static final String PROTOCOL = "sluice/psi-cardinality/v1";
    private static final int ROWS_PER_FRAME = 4096;

    private final DiffieHellmanGroup group;
    private final byte[] jobSalt;
    private final int least;
    private final int greatest;
    private final int rowsPerFrame;

    public Terms(DiffieHellmanGroup group, byte[] jobSalt, int least, int greatest) {
        this(group, jobSalt, least, greatest, ROWS_PER_FRAME);
    }

    Terms(DiffieHellmanGroup group, byte[] jobSalt, int least, int greatest, int rowsPerFrame) {
        if (jobSalt.length != SALT_LENGTH) {
            throw new IllegalArgumentException("A job's salt has 16 bytes, not " + jobSalt.length);
        }
        if (least < 0 || least > greatest || greatest > LARGEST_SET) {
            throw new IllegalArgumentException(
                    "Sizes from " + least + " to " + greatest + " are not within 0 to " + LARGEST_SET);
        }
        this.group = group;
        this.jobSalt = jobSalt.clone();
        this.least = least;
        this.greatest = greatest;
        this.rowsPerFrame = rowsPerFrame;
    }

    DiffieHellmanGroup group() {
        return group;
    }

    byte[] jobSalt() {
        return jobSalt.clone();
    }

    int rowsPerFrame() {
        return rowsPerFrame;
    }

    boolean allow(int size) {
        return least <= size && size <= greatest;
    }

    byte[] hashingTag() {
        return ("SLUICE-PSI-CARDINALITY-V1-with-" + group.suite()).getBytes(StandardCharsets.US_ASCII);
    }

    /** 32 bytes that differ wherever the terms do. */
    byte[] fingerprint() {
        return Digests.of(
                PROTOCOL,
                group.suite().getBytes(StandardCharsets.US_ASCII),
                jobSalt,
                ByteBuffer.allocate(12)
                        .putInt(least)
                        .putInt(greatest)
                        .putInt(rowsPerFrame)
                        .array());
    }

    /** {@code ⌈(40 + ⌈log₂ m⌉ + ⌈log₂ n⌉) / 8⌉}. */
    static int tagLength(int m, int n) {
        return (40 + ceilingOfLog2(m) + ceilingOfLog2(n) + 7) / 8;
    }

    private static int ceilingOfLog2(int number) {
        return number < 2 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(number - 1);
    }
}
