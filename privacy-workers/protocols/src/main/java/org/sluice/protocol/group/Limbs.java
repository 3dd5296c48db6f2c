package org.sluice.protocol.group;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import org.bouncycastle.util.BigIntegers;

/** Numbers of 256 bits as five limbs of 52 bits, the lowest first, and as 32 big-endian bytes. */
final class Limbs {

    static final int COUNT = 5;
    static final int BITS = 52;
    static final long MASK = (1L << BITS) - 1;

    /** Bytes of a number. */
    static final int LENGTH = 32;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Limbs() {}

    static long[] of(BigInteger number) {
        long[] limbs = new long[COUNT];
        read(BigIntegers.asUnsignedByteArray(LENGTH, number), 0, limbs, 0);
        return limbs;
    }

    /** @param at the lowest limb of the target */
    static void read(byte[] bytes, int offset, long[] target, int at) {
        long w0 = (long) WORDS.get(bytes, offset + 24);
        long w1 = (long) WORDS.get(bytes, offset + 16);
        long w2 = (long) WORDS.get(bytes, offset + 8);
        long w3 = (long) WORDS.get(bytes, offset);
        target[at] = w0 & MASK;
        target[at + 1] = (w0 >>> 52 | w1 << 12) & MASK;
        target[at + 2] = (w1 >>> 40 | w2 << 24) & MASK;
        target[at + 3] = (w2 >>> 28 | w3 << 36) & MASK;
        target[at + 4] = w3 >>> 16;
    }

    /** @param limbs each of 52 bits, the highest of 48 */
    static void write(long[] limbs, byte[] bytes, int offset) {
        WORDS.set(bytes, offset + 24, limbs[0] | limbs[1] << 52);
        WORDS.set(bytes, offset + 16, limbs[1] >>> 12 | limbs[2] << 40);
        WORDS.set(bytes, offset + 8, limbs[2] >>> 24 | limbs[3] << 28);
        WORDS.set(bytes, offset, limbs[3] >>> 36 | limbs[4] << 16);
    }
}
