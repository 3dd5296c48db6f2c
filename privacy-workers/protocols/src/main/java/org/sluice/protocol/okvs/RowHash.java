package org.sluice.protocol.okvs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.sluice.protocol.Column;
import org.sluice.protocol.Steps;
import org.sluice.protocol.block.BlockCipher;

/**
 * Where keys of 16 bytes stand, as AES under the store's seed says: two blocks a key. The seed is public; the keys are
 * hashes already, so nobody has chosen them to collide. Not for use by several threads.
 */
final class RowHash {

    static final int KEY = 16;
    static final int SEED = 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** Keys that are hashed at a time. */
    static final int BATCH = 512;

    private static final int BLOCKS = 2 * KEY;
    private static final long LOW = 0xffffffffL;
    private static final int POSITION_BITS = 21;
    private static final int POSITION = (1 << POSITION_BITS) - 1;

    private final BlockCipher aes;
    private final Shape shape;
    private final long denseMask;
    private final byte[] blocks = new byte[BATCH * BLOCKS];
    private final int[] bins = new int[BATCH];
    private final long[] sparse = new long[BATCH];
    private final long[] dense = new long[BATCH];

    RowHash(Shape shape, byte[] seed) {
        if (shape.sparse() > POSITION) {
            throw new IllegalArgumentException("A bin of " + shape.sparse() + " columns is too large");
        }
        this.shape = shape;
        this.denseMask = (1L << shape.dense()) - 1;
        this.aes = new BlockCipher(seed);
    }

    /** Hashes the keys {@code from} (inclusive) to {@code to} (exclusive), at most {@link #BATCH}. */
    void hash(Column keys, int from, int to) {
        for (int key = from; key < to; key += Steps.FEW) {
            copy(keys, key, Steps.end(key, to), (key - from) * BLOCKS);
        }
        aes.encrypt(blocks, 0, blocks, 0, 2 * (to - from));
        for (int i = 0; i < to - from; i += Steps.FEW) {
            read(i, Steps.end(i, to - from));
        }
    }

    private void copy(Column keys, int from, int to, int offset) {
        for (int key = from, at = offset; key < to; key++, at += BLOCKS) {
            long high = keys.longAt(key, 0);
            long low = keys.longAt(key, Long.BYTES);
            LONGS.set(blocks, at, high);
            LONGS.set(blocks, at + 8, low);
            LONGS.set(blocks, at + 16, high);
            LONGS.set(blocks, at + 24, ~low);
        }
    }

    private void read(int from, int to) {
        for (int i = from, at = from * BLOCKS; i < to; i++, at += BLOCKS) {
            long first = (long) LONGS.get(blocks, at);
            long second = (long) LONGS.get(blocks, at + 8);
            bins[i] = scaled(first >>> 32, shape.bins());
            dense[i] = (long) LONGS.get(blocks, at + 16) & denseMask;
            int a = scaled(first & LOW, shape.sparse());
            int b = scaled(second >>> 32, shape.sparse() - 1);
            int c = scaled(second & LOW, shape.sparse() - 2);
            sparse[i] = distinct(a, b, c);
        }
    }

    /** The bin of a key, by its place in what was hashed last. */
    int bin(int i) {
        return bins[i];
    }

    /** Its three positions within the bin, see {@link #position}. */
    long sparse(int i) {
        return sparse[i];
    }

    /** Its dense columns. */
    long dense(int i) {
        return dense[i];
    }

    /** Three different positions from numbers below s, s - 1 and s - 2: each skips over those before it. */
    private static long distinct(int a, int b, int c) {
        int second = b >= a ? b + 1 : b;
        int low = Math.min(a, second);
        int high = Math.max(a, second);
        int third = c >= low ? c + 1 : c;
        third = third >= high ? third + 1 : third;
        return packed(a, second, third);
    }

    static long packed(int a, int b, int c) {
        return a | ((long) b << POSITION_BITS) | ((long) c << (2 * POSITION_BITS));
    }

    /** The first, second or third position of a row. */
    static int position(long sparse, int which) {
        return (int) (sparse >>> (which * POSITION_BITS)) & POSITION;
    }

    /** Maps 32 random bits to a number below the bound, evenly but for 2^-32 a bound. */
    private static int scaled(long bits, int bound) {
        return (int) ((bits * bound) >>> 32);
    }
}
