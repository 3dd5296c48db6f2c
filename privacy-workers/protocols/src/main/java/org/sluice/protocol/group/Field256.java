package org.sluice.protocol.group;

import static java.lang.Math.multiplyHigh;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Arithmetic modulo a prime of 256 bits that is 3 modulo 4 and -1 modulo 2^52, on numbers that lie end to end in flat arrays:
 * number i is the limbs 5i to 5i + 4. Not constant-time.
 *
 * <p>A number is in Montgomery form (times 2^260 modulo the prime) as five signed limbs of 52 bits, the lowest first. What
 * {@link #multiply}, {@link #square}, {@link #tidy} and the methods made of them leave has an absolute value below 2^257, and
 * so have decoded numbers; {@link #add} and {@link #subtract} carry nothing and reduce nothing. A sum of m such numbers times
 * one of n comes out right as long as mn is at most 4; the other methods take sums of 7. Targets may be operands.
 */
abstract sealed class Field256 permits P256Field, Sm2Field {

    static final int LIMBS = Limbs.COUNT;
    static final int LENGTH = Limbs.LENGTH;

    /** What {@link #decodeWide} takes. */
    static final int WIDE = 48;

    static final int BITS = Limbs.BITS;
    static final long MASK = Limbs.MASK;

    /** Those of the highest limb of 256 bits. */
    private static final int TOP_BITS = Byte.SIZE * LENGTH - (LIMBS - 1) * BITS;

    /** How many times the prime the greatest sums are at most, in absolute value. */
    private static final int MULTIPLES = 16;

    /** A product of two limbs shifted by this much has its bits from 52 on in the high word. */
    private static final int SHIFT = (Long.SIZE - BITS) / 2;

    private final BigInteger prime;
    private final long[] modulus;
    private final long[] one;

    /** Montgomery's factor squared: times this, a number gets into Montgomery form. */
    private final long[] entering;

    /** 2^256 times that, for what is above 256 bits. */
    private final long[] enteringAbove;

    Field256(BigInteger prime) {
        this.prime = prime;
        this.modulus = Limbs.of(prime);
        BigInteger factor = BigInteger.ONE.shiftLeft(BITS * LIMBS).mod(prime);
        this.one = Limbs.of(factor);
        this.entering = Limbs.of(factor.pow(2).mod(prime));
        this.enteringAbove =
                Limbs.of(factor.pow(2).shiftLeft(Byte.SIZE * LENGTH).mod(prime));
    }

    final BigInteger prime() {
        return prime;
    }

    /** An array of so many numbers, all zero. */
    static long[] numbers(int count) {
        return new long[Math.multiplyExact(count, LIMBS)];
    }

    /** An array of this number alone. */
    final long[] constant(BigInteger number) {
        long[] constant = Limbs.of(number.mod(prime));
        multiply(constant, 0, entering, 0, constant, 0);
        return constant;
    }

    /** One number, not to be written to. */
    final long[] one() {
        return one;
    }

    static void copy(long[] a, int i, long[] target, int k) {
        System.arraycopy(a, i * LIMBS, target, k * LIMBS, LIMBS);
    }

    static void add(long[] a, int i, long[] b, int j, long[] target, int k) {
        for (int limb = 0; limb < LIMBS; limb++) {
            target[k * LIMBS + limb] = a[i * LIMBS + limb] + b[j * LIMBS + limb];
        }
    }

    static void subtract(long[] a, int i, long[] b, int j, long[] target, int k) {
        for (int limb = 0; limb < LIMBS; limb++) {
            target[k * LIMBS + limb] = a[i * LIMBS + limb] - b[j * LIMBS + limb];
        }
    }

    static void negate(long[] a, int i, long[] target, int k) {
        for (int limb = 0; limb < LIMBS; limb++) {
            target[k * LIMBS + limb] = -a[i * LIMBS + limb];
        }
    }

    /** Carries and reduces a sum in place: another form of the same number. */
    final void tidy(long[] a, int i) {
        int at = i * LIMBS;
        carry(a[at], a[at + 1], a[at + 2], a[at + 3], a[at + 4], a, at);
        long multiple = a[at + 4] >> TOP_BITS;
        carry(
                a[at] - multiple * modulus[0],
                a[at + 1] - multiple * modulus[1],
                a[at + 2] - multiple * modulus[2],
                a[at + 3] - multiple * modulus[3],
                a[at + 4] - multiple * modulus[4],
                a,
                at);
    }

    /**
     * Column by column. The high parts of a column's products are summed exactly; the low parts, below 2^55 in sum, are then
     * what the wrapped sum of whole products leaves.
     */
    final void multiply(long[] a, int i, long[] b, int j, long[] target, int k) {
        int from = i * LIMBS;
        int with = j * LIMBS;
        long a0 = a[from];
        long a1 = a[from + 1];
        long a2 = a[from + 2];
        long a3 = a[from + 3];
        long a4 = a[from + 4];
        long b0 = b[with];
        long b1 = b[with + 1];
        long b2 = b[with + 2];
        long b3 = b[with + 3];
        long b4 = b[with + 4];
        long c0 = a0 << SHIFT;
        long c1 = a1 << SHIFT;
        long c2 = a2 << SHIFT;
        long c3 = a3 << SHIFT;
        long c4 = a4 << SHIFT;
        long d0 = b0 << SHIFT;
        long d1 = b1 << SHIFT;
        long d2 = b2 << SHIFT;
        long d3 = b3 << SHIFT;
        long d4 = b4 << SHIFT;
        long h0 = multiplyHigh(c0, d0);
        long l0 = a0 * b0 - (h0 << BITS);
        long h1 = multiplyHigh(c0, d1) + multiplyHigh(c1, d0);
        long l1 = a0 * b1 + a1 * b0 - (h1 << BITS);
        long h2 = multiplyHigh(c0, d2) + multiplyHigh(c1, d1) + multiplyHigh(c2, d0);
        long l2 = a0 * b2 + a1 * b1 + a2 * b0 - (h2 << BITS);
        long h3 = multiplyHigh(c0, d3) + multiplyHigh(c1, d2) + multiplyHigh(c2, d1) + multiplyHigh(c3, d0);
        long l3 = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 - (h3 << BITS);
        long h4 = multiplyHigh(c0, d4)
                + multiplyHigh(c1, d3)
                + multiplyHigh(c2, d2)
                + multiplyHigh(c3, d1)
                + multiplyHigh(c4, d0);
        long l4 = a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 - (h4 << BITS);
        long h5 = multiplyHigh(c1, d4) + multiplyHigh(c2, d3) + multiplyHigh(c3, d2) + multiplyHigh(c4, d1);
        long l5 = a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 - (h5 << BITS);
        long h6 = multiplyHigh(c2, d4) + multiplyHigh(c3, d3) + multiplyHigh(c4, d2);
        long l6 = a2 * b4 + a3 * b3 + a4 * b2 - (h6 << BITS);
        long h7 = multiplyHigh(c3, d4) + multiplyHigh(c4, d3);
        long l7 = a3 * b4 + a4 * b3 - (h7 << BITS);
        long h8 = multiplyHigh(c4, d4);
        long l8 = a4 * b4 - (h8 << BITS);
        reduce(l0, l1 + h0, l2 + h1, l3 + h2, l4 + h3, l5 + h4, l6 + h5, l7 + h6, l8 + h7, h8, target, k * LIMBS);
    }

    /** As {@link #multiply} does, with each mixed product taken once and doubled. */
    final void square(long[] a, int i, long[] target, int k) {
        int from = i * LIMBS;
        long a0 = a[from];
        long a1 = a[from + 1];
        long a2 = a[from + 2];
        long a3 = a[from + 3];
        long a4 = a[from + 4];
        long b0 = a0 << 1;
        long b1 = a1 << 1;
        long b2 = a2 << 1;
        long b3 = a3 << 1;
        long c0 = a0 << SHIFT;
        long c1 = a1 << SHIFT;
        long c2 = a2 << SHIFT;
        long c3 = a3 << SHIFT;
        long c4 = a4 << SHIFT;
        long d0 = c0 << 1;
        long d1 = c1 << 1;
        long d2 = c2 << 1;
        long d3 = c3 << 1;
        long h0 = multiplyHigh(c0, c0);
        long l0 = a0 * a0 - (h0 << BITS);
        long h1 = multiplyHigh(d0, c1);
        long l1 = b0 * a1 - (h1 << BITS);
        long h2 = multiplyHigh(d0, c2) + multiplyHigh(c1, c1);
        long l2 = b0 * a2 + a1 * a1 - (h2 << BITS);
        long h3 = multiplyHigh(d0, c3) + multiplyHigh(d1, c2);
        long l3 = b0 * a3 + b1 * a2 - (h3 << BITS);
        long h4 = multiplyHigh(d0, c4) + multiplyHigh(d1, c3) + multiplyHigh(c2, c2);
        long l4 = b0 * a4 + b1 * a3 + a2 * a2 - (h4 << BITS);
        long h5 = multiplyHigh(d1, c4) + multiplyHigh(d2, c3);
        long l5 = b1 * a4 + b2 * a3 - (h5 << BITS);
        long h6 = multiplyHigh(d2, c4) + multiplyHigh(c3, c3);
        long l6 = b2 * a4 + a3 * a3 - (h6 << BITS);
        long h7 = multiplyHigh(d3, c4);
        long l7 = b3 * a4 - (h7 << BITS);
        long h8 = multiplyHigh(c4, c4);
        long l8 = a4 * a4 - (h8 << BITS);
        reduce(l0, l1 + h0, l2 + h1, l3 + h2, l4 + h3, l5 + h4, l6 + h5, l7 + h6, l8 + h7, h8, target, k * LIMBS);
    }

    /**
     * Divides by 2^260 modulo the prime, exactly: a multiple of the prime clears the lower five limbs. With t at most 2^516 in
     * absolute value the quotient lies between -2^256 and 2^257; with t below 2^260 it lies between 0 and the prime.
     *
     * @param at the lowest limb of the target
     */
    abstract void reduce(
            long t0,
            long t1,
            long t2,
            long t3,
            long t4,
            long t5,
            long t6,
            long t7,
            long t8,
            long t9,
            long[] target,
            int at);

    /** Writes five columns with all carries but the last done. */
    static void carry(long t5, long t6, long t7, long t8, long t9, long[] target, int at) {
        target[at] = t5 & MASK;
        long u6 = t6 + (t5 >> BITS);
        target[at + 1] = u6 & MASK;
        long u7 = t7 + (u6 >> BITS);
        target[at + 2] = u7 & MASK;
        long u8 = t8 + (u7 >> BITS);
        target[at + 3] = u8 & MASK;
        target[at + 4] = t9 + (u8 >> BITS);
    }

    /** The square n times over. */
    final void square(long[] a, int i, int times, long[] target, int k) {
        square(a, i, target, k);
        for (int done = 1; done < times; done++) {
            square(target, k, target, k);
        }
    }

    /** Cheap for all but about one in 2^47 of the numbers that are not zero: since p is -1, a multiple ends in a small number. */
    final boolean isZero(long[] a, int i) {
        long end = (a[i * LIMBS] + MULTIPLES) & MASK;
        return end <= 2 * MULTIPLES && isZero(reduced(a, i));
    }

    private static boolean isZero(long[] reduced) {
        return (reduced[0] | reduced[1] | reduced[2] | reduced[3] | reduced[4]) == 0;
    }

    /** Whether the number, as one from 0 to p - 1, is odd. */
    final boolean isOdd(long[] a, int i) {
        return (reduced(a, i)[0] & 1) == 1;
    }

    /** Reads a big-endian number of 32 bytes, which may exceed the prime. */
    final void decode(byte[] bytes, int offset, long[] target, int k) {
        Limbs.read(bytes, offset, target, k * LIMBS);
        multiply(target, k, entering, 0, target, k);
    }

    /** Reads a big-endian number of 48 bytes: the lower 256 bits and 2^256 times the rest. */
    final void decodeWide(byte[] bytes, int offset, long[] target, int k) {
        byte[] high = new byte[LENGTH];
        System.arraycopy(bytes, offset, high, LENGTH - (WIDE - LENGTH), WIDE - LENGTH);
        long[] upper = new long[LIMBS];
        Limbs.read(high, 0, upper, 0);
        multiply(upper, 0, enteringAbove, 0, upper, 0);
        decode(bytes, offset + WIDE - LENGTH, target, k);
        add(target, k, upper, 0, target, k);
        multiply(target, k, one, 0, target, k);
    }

    /** Writes the number from 0 to p - 1 in 32 big-endian bytes. */
    final void encode(long[] a, int i, byte[] bytes, int offset) {
        Limbs.write(reduced(a, i), bytes, offset);
    }

    /** The limbs of the number from 0 to p - 1 itself, out of Montgomery form. */
    private long[] reduced(long[] a, int i) {
        int from = i * LIMBS;
        long[] reduced = new long[LIMBS];
        reduce(a[from], a[from + 1], a[from + 2], a[from + 3], a[from + 4], 0, 0, 0, 0, 0, reduced, 0);
        if (Arrays.equals(reduced, modulus)) {
            Arrays.fill(reduced, 0);
        }
        return reduced;
    }
}
