package org.sluice.protocol.psi;

import java.security.SecureRandom;
import java.util.Arrays;
import org.sluice.protocol.Column;

/** Puts rows into an order that tells nothing. */
public final class Shuffle {

    private Shuffle() {}

    /**
     * The numbers from 0 (inclusive) to the count (exclusive) in a random order: that of as many random keys of 64 bits,
     * uniform but for the chance, below 2^-17 up to 2^24 rows, that two keys agree.
     */
    public static int[] order(int count, SecureRandom random) {
        byte[] keys = new byte[Math.multiplyExact(count, Long.BYTES)];
        random.nextBytes(keys);
        int[] order = Column.owning(keys, Long.BYTES).ascendingOrder();
        Arrays.fill(keys, (byte) 0);
        return order;
    }
}
