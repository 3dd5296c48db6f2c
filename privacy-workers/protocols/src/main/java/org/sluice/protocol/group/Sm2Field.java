package org.sluice.protocol.group;

import java.math.BigInteger;

/** Modulo the prime of SM2 (GB/T 32918.5): 2^256 - 2^224 - 2^96 + 2^64 - 1. */
final class Sm2Field extends Field256 {

    static final Sm2Field INSTANCE = new Sm2Field();

    private Sm2Field() {
        super(BigInteger.TWO
                .pow(256)
                .subtract(BigInteger.TWO.pow(224))
                .subtract(BigInteger.TWO.pow(96))
                .add(BigInteger.TWO.pow(64))
                .subtract(BigInteger.ONE));
    }

    /**
     * The multiple for limb m is m(p + 1), four powers of two, less m, which clears the limb. Each m stands twelve bits too high,
     * so that shifts alone part it between two limbs.
     */
    @Override
    void reduce(
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
            int at) {
        long m0 = t0 << 12;
        t1 += t0 >> BITS;
        t1 += (m0 << 12 >>> 12) - (m0 << 44 >>> 12);
        t2 += (m0 >>> 52) - (m0 >>> 20);
        t4 += (m0 << 48 >>> 12) - (m0 << 16 >>> 12);
        t5 += (m0 >>> 16) - (m0 >>> 48);
        long m1 = t1 << 12;
        t2 += t1 >> BITS;
        t2 += (m1 << 12 >>> 12) - (m1 << 44 >>> 12);
        t3 += (m1 >>> 52) - (m1 >>> 20);
        t5 += (m1 << 48 >>> 12) - (m1 << 16 >>> 12);
        t6 += (m1 >>> 16) - (m1 >>> 48);
        long m2 = t2 << 12;
        t3 += t2 >> BITS;
        t3 += (m2 << 12 >>> 12) - (m2 << 44 >>> 12);
        t4 += (m2 >>> 52) - (m2 >>> 20);
        t6 += (m2 << 48 >>> 12) - (m2 << 16 >>> 12);
        t7 += (m2 >>> 16) - (m2 >>> 48);
        long m3 = t3 << 12;
        t4 += t3 >> BITS;
        t4 += (m3 << 12 >>> 12) - (m3 << 44 >>> 12);
        t5 += (m3 >>> 52) - (m3 >>> 20);
        t7 += (m3 << 48 >>> 12) - (m3 << 16 >>> 12);
        t8 += (m3 >>> 16) - (m3 >>> 48);
        long m4 = t4 << 12;
        t5 += t4 >> BITS;
        t5 += (m4 << 12 >>> 12) - (m4 << 44 >>> 12);
        t6 += (m4 >>> 52) - (m4 >>> 20);
        t8 += (m4 << 48 >>> 12) - (m4 << 16 >>> 12);
        t9 += (m4 >>> 16) - (m4 >>> 48);
        carry(t5, t6, t7, t8, t9, target, at);
    }
}
