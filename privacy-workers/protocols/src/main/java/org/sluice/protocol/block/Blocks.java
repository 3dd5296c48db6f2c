package org.sluice.protocol.block;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.sluice.protocol.Steps;

/** Views and sums of blocks. */
public final class Blocks {

    /** Bytes of a block. */
    public static final int LENGTH = 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Blocks() {}

    /** Eight bytes as a number whose bit i is bit i of these bytes. */
    public static long get(byte[] bytes, int offset) {
        return (long) LONGS.get(bytes, offset);
    }

    /** Four bytes as a number, in the same order. */
    public static int getInt(byte[] bytes, int offset) {
        return (int) INTS.get(bytes, offset);
    }

    public static void set(byte[] bytes, int offset, long value) {
        LONGS.set(bytes, offset, value);
    }

    /** Adds {@code length} bytes of the source to those of the target, in characteristic two. */
    public static void xor(byte[] source, int from, byte[] target, int to, int length) {
        int longs = length / Long.BYTES;
        for (int i = 0; i < longs; i += Steps.FEW) {
            xor(source, from, target, to, i, Steps.end(i, longs));
        }
        for (int i = longs * Long.BYTES; i < length; i++) {
            target[to + i] ^= source[from + i];
        }
    }

    private static void xor(byte[] source, int from, byte[] target, int to, int first, int last) {
        for (int i = first * Long.BYTES; i < last * Long.BYTES; i += Long.BYTES) {
            set(target, to + i, get(target, to + i) ^ get(source, from + i));
        }
    }

    /** Adds the same block to so many blocks that lie one after the other. */
    public static void xorToEach(byte[] block, byte[] target, int to, int blocks) {
        long low = get(block, 0);
        long high = get(block, Long.BYTES);
        for (int at = to; at < to + blocks * LENGTH; at += LENGTH) {
            set(target, at, get(target, at) ^ low);
            set(target, at + Long.BYTES, get(target, at + Long.BYTES) ^ high);
        }
    }

    /** Bit {@code index}, 0 or 1. */
    public static int bit(byte[] bits, int index) {
        return bits[index >> 3] >> (index & 7) & 1;
    }
}
