package org.sluice.protocol.okvs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.sluice.protocol.Column;

/**
 * Where keys of 16 bytes stand, as AES under the store's seed says: two blocks a key. The seed is public; the keys are
 * hashes already, so nobody has chosen them to collide. Not for use by several threads.
 */
final class RowHash {

    static final int KEY = 16;
    static final int SEED = 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int BATCH = 512;
    private static final int BLOCKS = 2 * KEY;
    private static final long LOW = 0xffffffffL;
    private static final int POSITION_BITS = 21;
    private static final int POSITION = (1 << POSITION_BITS) - 1;

    /** Takes a batch of rows as they come. */
    @FunctionalInterface
    interface Reader {
        /** @param sparse the three positions within the bin, see {@link #position} */
        void row(int key, int bin, long sparse, long dense);
    }

    private final Cipher aes;
    private final Shape shape;
    private final long denseMask;
    private final byte[] in = new byte[BATCH * BLOCKS];
    private final byte[] out = new byte[BATCH * BLOCKS];

    RowHash(Shape shape, byte[] seed) {
        if (shape.sparse() > POSITION) {
            throw new IllegalArgumentException("A bin of " + shape.sparse() + " columns is too large");
        }
        this.shape = shape;
        this.denseMask = (1L << shape.dense()) - 1;
        try {
            aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(seed, 0, SEED, "AES"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES", impossible);
        }
    }

    /** The rows of the keys {@code from} (inclusive) to {@code to} (exclusive). */
    void rows(Column keys, int from, int to, Reader reader) {
        for (int start = from; start < to; start += BATCH) {
            int end = Math.min(start + BATCH, to);
            hash(keys, start, end);
            for (int key = start; key < end; key++) {
                read(key, (key - start) * BLOCKS, reader);
            }
        }
    }

    private void hash(Column keys, int from, int to) {
        int length = (to - from) * BLOCKS;
        for (int key = from, at = 0; key < to; key++, at += BLOCKS) {
            long high = keys.longAt(key, 0);
            long low = keys.longAt(key, Long.BYTES);
            LONGS.set(in, at, high);
            LONGS.set(in, at + 8, low);
            LONGS.set(in, at + 16, high);
            LONGS.set(in, at + 24, ~low);
        }
        try {
            aes.update(in, 0, length, out, 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Whole blocks fit", impossible);
        }
    }

    private void read(int key, int at, Reader reader) {
        long first = (long) LONGS.get(out, at);
        long second = (long) LONGS.get(out, at + 8);
        int bin = scaled(first >>> 32, shape.bins());
        long dense = (long) LONGS.get(out, at + 16) & denseMask;
        int a = scaled(first & LOW, shape.sparse());
        int b = scaled(second >>> 32, shape.sparse() - 1);
        int c = scaled(second & LOW, shape.sparse() - 2);
        reader.row(key, bin, distinct(a, b, c), dense);
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
        return a | (long) b << POSITION_BITS | (long) c << 2 * POSITION_BITS;
    }

    /** The first, second or third position of a row. */
    static int position(long sparse, int which) {
        return (int) (sparse >>> which * POSITION_BITS) & POSITION;
    }

    /** Maps 32 random bits to a number below the bound, evenly but for 2^-32 a bound. */
    private static int scaled(long bits, int bound) {
        return (int) (bits * bound >>> 32);
    }
}
