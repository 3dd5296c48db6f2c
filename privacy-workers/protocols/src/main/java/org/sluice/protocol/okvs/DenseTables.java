package org.sluice.protocol.okvs;

/** All sums of eight neighbouring dense columns each: a row's dense part is one lookup a byte of its mask. */
final class DenseTables {

    private final int tables;
    private final long[] high;
    private final long[] low;

    DenseTables(int dense) {
        tables = (dense + 7) / 8;
        high = new long[tables * 256];
        low = new long[tables * 256];
    }

    /** Fills the tables from the columns that begin at this element of the vector. */
    void fill(long[] vector, int from, int dense) {
        for (int table = 0; table < tables; table++) {
            for (int mask = 1; mask < 256; mask++) {
                int column = table * 8 + Integer.numberOfTrailingZeros(mask);
                int rest = table * 256 + (mask & (mask - 1));
                boolean there = column < dense;
                high[table * 256 + mask] = high[rest] ^ (there ? vector[2 * (from + column)] : 0);
                low[table * 256 + mask] = low[rest] ^ (there ? vector[2 * (from + column) + 1] : 0);
            }
        }
    }

    long high(long mask) {
        long sum = 0;
        for (int table = 0; table < tables; table++) {
            sum ^= high[table << 8 | (int) (mask >>> 8 * table) & 0xff];
        }
        return sum;
    }

    long low(long mask) {
        long sum = 0;
        for (int table = 0; table < tables; table++) {
            sum ^= low[table << 8 | (int) (mask >>> 8 * table) & 0xff];
        }
        return sum;
    }
}
