package org.sluice.protocol.group;

import java.math.BigInteger;

/**
 * The simplified Shallue-van de Woestijne-Ulas map of RFC 9380 section 6.6.2, for curves y² = x³ + Ax + B with AB ≠ 0: many
 * numbers at once, each at the price of one root, by the steps of appendix F.2. Not constant-time.
 */
final class SimplifiedSwu {

    private final Curve256 curve;
    private final Field256 field;
    private final long[] z;

    /** The root of -z, which is a square since z and -1 are none. */
    private final long[] rootOfMinusZ = new long[Field256.LIMBS];

    SimplifiedSwu(Curve256 curve, int z) {
        this.curve = curve;
        this.field = curve.field();
        this.z = field.constant(BigInteger.valueOf(z));
        if (!curve.powers().root(field.constant(BigInteger.valueOf(-z)), 0, rootOfMinusZ, 0)) {
            throw new IllegalArgumentException("Z must be no square, and " + z + " is one");
        }
    }

    /** The points to which the first numbers are mapped. */
    AffinePoints map(long[] numbers, int count) {
        long[] x = Field256.numbers(count);
        long[] y = Field256.numbers(count);
        long[] divisors = Field256.numbers(count);
        Scratch scratch = new Scratch();
        for (int i = 0; i < count; i++) {
            scratch.map(numbers, i, x, y, divisors);
        }
        curve.powers().invertAll(divisors, count);
        for (int i = 0; i < count; i++) {
            field.multiply(x, i, divisors, i, x, i);
        }
        return new AffinePoints(curve, x, y);
    }

    /** One number after the other. */
    private final class Scratch {

        private final long[] zu2 = new long[Field256.LIMBS];
        private final long[] numerator = new long[Field256.LIMBS];
        private final long[] value = new long[Field256.LIMBS];
        private final long[] cube = new long[Field256.LIMBS];
        private final long[] spare = new long[Field256.LIMBS];
        private final long[] product = new long[Field256.LIMBS];
        private final long[] root = new long[Field256.LIMBS];

        /** Leaves x times the divisor, the divisor, and y. */
        void map(long[] u, int i, long[] x, long[] y, long[] divisors) {
            field.square(u, i, zu2, 0);
            field.multiply(zu2, 0, z, 0, zu2, 0);
            firstCandidate(divisors, i);
            valueOverCube(divisors, i);
            if (isRootOfRatio()) {
                Field256.copy(numerator, 0, x, i);
                Field256.copy(root, 0, y, i);
            } else {
                field.multiply(zu2, 0, numerator, 0, x, i);
                // the root of the other candidate's value: Zu³ times that of Z times the first one's
                field.multiply(root, 0, rootOfMinusZ, 0, root, 0);
                field.multiply(root, 0, zu2, 0, root, 0);
                field.multiply(root, 0, u, i, y, i);
            }
            if (field.isOdd(u, i) != field.isOdd(y, i)) {
                Field256.negate(y, i, y, i);
            }
        }

        /** B(1 + Z²u⁴ + Zu²) over -A(Z²u⁴ + Zu²), or over ZA where the sum is zero. */
        private void firstCandidate(long[] divisors, int i) {
            field.square(zu2, 0, spare, 0);
            Field256.add(spare, 0, zu2, 0, spare, 0);
            if (field.isZero(spare, 0)) {
                field.multiply(z, 0, curve.a(), 0, divisors, i);
            } else {
                field.multiply(spare, 0, curve.a(), 0, divisors, i);
                Field256.negate(divisors, i, divisors, i);
            }
            Field256.add(spare, 0, field.one(), 0, spare, 0);
            field.multiply(spare, 0, curve.b(), 0, numerator, 0);
        }

        /** x³ + Ax + B of the candidate n/d: (n² + Ad²)n + Bd³ over d³. */
        private void valueOverCube(long[] divisors, int i) {
            field.square(divisors, i, cube, 0);
            field.multiply(cube, 0, curve.a(), 0, spare, 0);
            field.square(numerator, 0, value, 0);
            Field256.add(value, 0, spare, 0, value, 0);
            field.multiply(value, 0, numerator, 0, value, 0);
            field.multiply(cube, 0, divisors, i, cube, 0);
            field.multiply(cube, 0, curve.b(), 0, spare, 0);
            Field256.add(value, 0, spare, 0, value, 0);
        }

        /**
         * Appendix F.2.1.2: writes r = uv(uv³)^((p - 3)/4) for u over v, and says whether r² is u/v; if it is not, it is -u/v,
         * and r times the root of -Z is the root of Zu/v.
         */
        private boolean isRootOfRatio() {
            field.multiply(value, 0, cube, 0, product, 0);
            field.square(cube, 0, spare, 0);
            field.multiply(spare, 0, product, 0, spare, 0);
            curve.powers().power(spare, 0, root, 0);
            field.multiply(root, 0, product, 0, root, 0);
            field.square(root, 0, spare, 0);
            field.multiply(spare, 0, cube, 0, spare, 0);
            Field256.subtract(spare, 0, value, 0, spare, 0);
            return field.isZero(spare, 0);
        }
    }
}
