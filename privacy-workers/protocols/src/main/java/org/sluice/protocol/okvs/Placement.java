package org.sluice.protocol.okvs;

import java.util.Arrays;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Steps;

/**
 * Keys of 16 bytes put into their bins. What is computed over a placement stands in its order: bin by bin, within a bin
 * as the keys were given; {@link #key} leads back.
 */
public final class Placement {

    /** Bytes of a seed. */
    public static final int SEED = RowHash.SEED;

    private static final int KEYS_PER_PART = 1 << 16;

    private final Shape shape;
    private final int[] starts;
    private final int[] keys;
    private final long[] sparse;
    private final long[] dense;

    Placement(Shape shape, int[] starts, int[] keys, long[] sparse, long[] dense) {
        this.shape = shape;
        this.starts = starts;
        this.keys = keys;
        this.sparse = sparse;
        this.dense = dense;
    }

    /** Places keys, which must be hashes that nobody chose, under a public seed of {@link #SEED} bytes. */
    public static Placement of(Column keys, Shape shape, byte[] seed, Cores cores) {
        if (keys.width() != RowHash.KEY || seed.length != SEED) {
            throw new IllegalArgumentException("Keys and seed have 16 bytes");
        }
        int count = keys.count();
        int parts = (count + KEYS_PER_PART - 1) / KEYS_PER_PART;
        int[][] next = new int[parts][shape.bins()];
        cores.run(parts, part -> each(keys, shape, seed, part, (hash, first, size) -> count(hash, size, next[part])));
        int[] starts = startsOf(next, shape.bins());
        Placement placement = new Placement(shape, starts, new int[count], new long[count], new long[count]);
        cores.run(
                parts,
                part -> each(
                        keys, shape, seed, part, (hash, first, size) -> placement.put(hash, first, size, next[part])));
        return placement;
    }

    /** What is done with the keys that were hashed last. */
    private interface Use {
        void of(RowHash hash, int first, int size);
    }

    private static void each(Column keys, Shape shape, byte[] seed, int part, Use use) {
        int end = (int) Math.min((part + 1L) * KEYS_PER_PART, keys.count());
        RowHash hash = new RowHash(shape, seed);
        for (int first = part * KEYS_PER_PART; first < end; first += RowHash.BATCH) {
            int size = Math.min(RowHash.BATCH, end - first);
            hash.hash(keys, first, first + size);
            use.of(hash, first, size);
        }
    }

    private static void count(RowHash hash, int size, int[] counts) {
        for (int i = 0; i < size; i += Steps.FEW) {
            count(hash, i, Steps.end(i, size), counts);
        }
    }

    private static void count(RowHash hash, int from, int to, int[] counts) {
        for (int i = from; i < to; i++) {
            counts[hash.bin(i)]++;
        }
    }

    /** Turns counts by part and bin into the places where each part begins to fill each bin. */
    private static int[] startsOf(int[][] counts, int bins) {
        int[] starts = new int[bins + 1];
        int place = 0;
        for (int bin = 0; bin < bins; bin++) {
            starts[bin] = place;
            for (int[] part : counts) {
                int count = part[bin];
                part[bin] = place;
                place += count;
            }
        }
        starts[bins] = place;
        return starts;
    }

    private void put(RowHash hash, int first, int size, int[] next) {
        for (int i = 0; i < size; i += Steps.FEW) {
            put(hash, first, i, Steps.end(i, size), next);
        }
    }

    private void put(RowHash hash, int first, int from, int to, int[] next) {
        for (int i = from; i < to; i++) {
            int place = next[hash.bin(i)]++;
            keys[place] = first + i;
            sparse[place] = hash.sparse(i);
            dense[place] = hash.dense(i);
        }
    }

    public Shape shape() {
        return shape;
    }

    public int count() {
        return keys.length;
    }

    /** The index of the key that stands at this place. */
    public int key(int place) {
        return keys[place];
    }

    /** The index of the key at each place; a copy. */
    public int[] keys() {
        return Arrays.copyOf(keys, keys.length);
    }

    int start(int bin) {
        return starts[bin];
    }

    int load(int bin) {
        return starts[bin + 1] - starts[bin];
    }

    long sparse(int place) {
        return sparse[place];
    }

    long dense(int place) {
        return dense[place];
    }
}
