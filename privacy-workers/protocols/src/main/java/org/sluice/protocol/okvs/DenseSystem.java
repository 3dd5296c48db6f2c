package org.sluice.protocol.okvs;

/**
 * Linear equations between the dense columns of one bin: a sum of some of them, each a bit of a mask, has a known value.
 * Gauss-Jordan over GF(2), with values of 128 bits.
 */
final class DenseSystem {

    private final long[] masks;
    private final long[] values;
    private int rank;

    DenseSystem(int equations) {
        masks = new long[equations];
        values = new long[2 * equations];
    }

    /** Whether the equation agrees with those before it. */
    boolean add(long mask, long high, long low) {
        for (int i = 0; i < rank; i++) {
            if ((mask & Long.lowestOneBit(masks[i])) != 0) {
                mask ^= masks[i];
                high ^= values[2 * i];
                low ^= values[2 * i + 1];
            }
        }
        if (mask == 0) {
            return (high | low) == 0;
        }
        masks[rank] = mask;
        values[2 * rank] = high;
        values[2 * rank + 1] = low;
        rank++;
        return true;
    }

    /**
     * Sets the columns that the equations determine; the others keep what stands in them. The last equation is solved
     * first: an earlier one may contain the leading columns of later ones, never the other way round.
     */
    void solve(long[] vector, int from) {
        for (int i = rank - 1; i >= 0; i--) {
            int leading = Long.numberOfTrailingZeros(masks[i]);
            long high = values[2 * i];
            long low = values[2 * i + 1];
            for (long rest = masks[i] & ~Long.lowestOneBit(masks[i]); rest != 0; rest &= rest - 1) {
                int column = from + Long.numberOfTrailingZeros(rest);
                high ^= vector[2 * column];
                low ^= vector[2 * column + 1];
            }
            vector[2 * (from + leading)] = high;
            vector[2 * (from + leading) + 1] = low;
        }
    }
}
