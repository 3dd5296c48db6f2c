package org.sluice.protocol.okvs;

import org.sluice.protocol.Column;
import org.sluice.protocol.Steps;

/** Solves one bin: peel, give what resists to the dense columns, then fill in backwards. */
final class BinEncoding {

    private final Placement placement;
    private final Shape shape;
    private final int bin;
    private final int base;
    private final Column keys;
    private final long[] vector;

    BinEncoding(Placement placement, int bin, Column keys, long[] vector) {
        this.placement = placement;
        this.shape = placement.shape();
        this.bin = bin;
        this.base = bin * shape.binColumns();
        this.keys = keys;
        this.vector = vector;
    }

    /** Whether there was a solution. */
    boolean solve(byte[] seed) {
        Peeling peeling = new Peeling(placement, bin, shape.dense());
        if (placement.load(bin) > shape.capacity() || !peeling.run()) {
            return false;
        }
        RandomColumns.fill(vector, 2 * base, 2 * (base + shape.binColumns()), seed, bin);
        int[] gap = peeling.gap();
        if (gap.length > 0 && !closeGap(peeling, gap)) {
            return false;
        }
        fillIn(peeling);
        return true;
    }

    /**
     * Expresses each sparse column by the dense ones: what it would be if those were zero, and the mask of those that it
     * depends on. Each row of the gap is then an equation between dense columns alone.
     */
    private boolean closeGap(Peeling peeling, int[] gap) {
        long[] masks = new long[shape.sparse()];
        for (int i = peeling.peeled() - 1; i >= 0; i--) {
            int place = peeling.place(i);
            set(peeling.pivot(i), place, 0, 0);
            masks[peeling.pivot(i)] = placement.dense(place) ^ sumOf(masks, placement.sparse(place));
        }
        DenseSystem system = new DenseSystem(gap.length);
        for (int place : gap) {
            long sparse = placement.sparse(place);
            long mask = placement.dense(place) ^ sumOf(masks, sparse);
            long high = keys.longAt(placement.key(place), 0) ^ sparseSum(sparse, 0);
            long low = keys.longAt(placement.key(place), Long.BYTES) ^ sparseSum(sparse, 1);
            if (!system.add(mask, high, low)) {
                return false;
            }
        }
        system.solve(vector, base + shape.sparse());
        return true;
    }

    private void fillIn(Peeling peeling) {
        DenseTables tables = new DenseTables(shape.dense());
        tables.fill(vector, base + shape.sparse(), shape.dense());
        for (int end = peeling.peeled(); end > 0; end -= Steps.FEW) {
            fillIn(peeling, tables, Math.max(0, end - Steps.FEW), end);
        }
    }

    private void fillIn(Peeling peeling, DenseTables tables, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            int place = peeling.place(i);
            long dense = placement.dense(place);
            set(peeling.pivot(i), place, tables.high(dense), tables.low(dense));
        }
    }

    /** Gives the pivot what makes the row's sum the key; what stands in the pivot before cancels out. */
    private void set(int pivot, int place, long denseHigh, long denseLow) {
        long sparse = placement.sparse(place);
        int key = placement.key(place);
        int at = 2 * (base + pivot);
        vector[at] ^= keys.longAt(key, 0) ^ denseHigh ^ sparseSum(sparse, 0);
        vector[at + 1] ^= keys.longAt(key, Long.BYTES) ^ denseLow ^ sparseSum(sparse, 1);
    }

    private long sparseSum(long sparse, int half) {
        int a = 2 * (base + RowHash.position(sparse, 0));
        int b = 2 * (base + RowHash.position(sparse, 1));
        int c = 2 * (base + RowHash.position(sparse, 2));
        return vector[a + half] ^ vector[b + half] ^ vector[c + half];
    }

    /** A pivot's own mask is still zero when its row's sum is taken. */
    private static long sumOf(long[] masks, long sparse) {
        return masks[RowHash.position(sparse, 0)]
                ^ masks[RowHash.position(sparse, 1)]
                ^ masks[RowHash.position(sparse, 2)];
    }
}
