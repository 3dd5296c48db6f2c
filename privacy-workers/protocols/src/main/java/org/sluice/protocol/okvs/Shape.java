package org.sluice.protocol.okvs;

/**
 * Sizes of a store; both parties compute them from the number of keys alone, in arithmetic that is the same everywhere.
 *
 * @param bins independent stores
 * @param capacity keys that a bin can hold
 * @param sparse scattered columns of a bin
 * @param dense dense columns of a bin
 */
public record Shape(int bins, int capacity, int sparse, int dense) {

    /** Statistical security in bits: the chance that encoding fails. */
    static final int SECURITY = 40;

    /** Keys in a bin on average; larger bins leave the second-level cache, smaller ones waste columns. */
    private static final int BIN = 1 << 16;

    /** Positions of a row. */
    static final int WEIGHT = 3;

    /** The shape for at least one key. */
    public static Shape forKeys(int keys) {
        return of(keys, Math.max(1, (keys + BIN / 2) / BIN));
    }

    static Shape of(int keys, int bins) {
        if (keys < 1) {
            throw new IllegalArgumentException("A store holds at least one key, not " + keys);
        }
        int capacity = bins == 1 ? keys : BinLoad.bound(keys, bins, SECURITY);
        double security = SECURITY + log2(bins);
        double expansion = expansion(capacity, security);
        int sparse = Math.max(WEIGHT, (int) StrictMath.ceil(expansion * capacity));
        int gap = (int) StrictMath.floor(security / log2(expansion * capacity));
        return new Shape(bins, capacity, sparse, gap + (int) StrictMath.ceil(security));
    }

    /**
     * Sparse columns a key, by the fit of 2022/320 for three positions: with them the rows that resist peeling number at
     * most λ / log2(e·n), but for a chance of 2^-λ.
     */
    static double expansion(int keys, double security) {
        double weight = 1.585;
        double slope = StrictMath.pow(
                2,
                0.555 * log2(keys)
                        + 0.093 * weight * weight * weight
                        - 1.01 * weight * weight
                        + 2.925 * weight
                        - 0.133);
        return (security + 9.2 + 1.223 * slope) / slope;
    }

    static double log2(double number) {
        return StrictMath.log(number) / StrictMath.log(2);
    }

    /** Columns of one bin. */
    public int binColumns() {
        return sparse + dense;
    }

    /** Columns of the whole store: the length of the vector, in elements of 16 bytes. */
    public int columns() {
        return Math.multiplyExact(bins, binColumns());
    }
}
