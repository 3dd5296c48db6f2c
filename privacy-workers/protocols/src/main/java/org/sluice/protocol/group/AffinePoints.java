package org.sluice.protocol.group;

import java.util.Arrays;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Points of a curve side by side, none of them the identity: point i has the numbers i of the two arrays as coordinates.
 * Batches are meant to be of some hundred points, which a core's cache holds. Not constant-time.
 */
final class AffinePoints {

    private final Curve256 curve;
    private final long[] x;
    private final long[] y;

    /** Takes the arrays over; no coordinate is a sum that is not reduced. */
    AffinePoints(Curve256 curve, long[] x, long[] y) {
        this.curve = curve;
        this.x = x;
        this.y = y;
    }

    long[] x() {
        return x;
    }

    long[] y() {
        return y;
    }

    int count() {
        return x.length / Field256.LIMBS;
    }

    /** As BouncyCastle holds them. */
    ECPoint[] points() {
        ECPoint[] points = new ECPoint[count()];
        Arrays.setAll(points, i -> curve.point(x, y, i));
        return points;
    }

    /**
     * The sum of the points 2i and 2i + 1 for each i, with one inversion for all.
     *
     * @throws ArithmeticException if one is the identity
     */
    AffinePoints sumsOfPairs() {
        int pairs = count() / 2;
        Field256 field = curve.field();
        long[] slopes = Field256.numbers(pairs);
        long[] divisors = Field256.numbers(pairs);
        for (int i = 0; i < pairs; i++) {
            slope(i, slopes, divisors);
        }
        curve.powers().invertAll(divisors, pairs);
        long[] sumX = Field256.numbers(pairs);
        long[] sumY = Field256.numbers(pairs);
        long[] fall = new long[Field256.LIMBS];
        for (int i = 0; i < pairs; i++) {
            field.multiply(slopes, i, divisors, i, slopes, i);
            field.square(slopes, i, sumX, i);
            Field256.subtract(sumX, i, x, 2 * i, sumX, i);
            Field256.subtract(sumX, i, x, 2 * i + 1, sumX, i);
            Field256.subtract(x, 2 * i, sumX, i, fall, 0);
            field.multiply(fall, 0, slopes, i, sumY, i);
            Field256.subtract(sumY, i, y, 2 * i, sumY, i);
            field.tidy(sumX, i);
            field.tidy(sumY, i);
        }
        return new AffinePoints(curve, sumX, sumY);
    }

    /** The line through the two points, or the tangent where they are one: it rises by what is written, over the divisor. */
    private void slope(int i, long[] rises, long[] divisors) {
        Field256 field = curve.field();
        Field256.subtract(y, 2 * i + 1, y, 2 * i, rises, i);
        Field256.subtract(x, 2 * i + 1, x, 2 * i, divisors, i);
        if (!field.isZero(divisors, i)) {
            return;
        }
        if (!field.isZero(rises, i)) {
            throw new ArithmeticException("The item hashes to the identity, which one in 2^256 does");
        }
        // no y is zero, since no point has order 2
        Field256.add(y, 2 * i, y, 2 * i, divisors, i);
        field.square(x, 2 * i, rises, i);
        long[] square = new long[Field256.LIMBS];
        Field256.copy(rises, i, square, 0);
        Field256.add(rises, i, square, 0, rises, i);
        Field256.add(rises, i, square, 0, rises, i);
        Field256.add(rises, i, curve.a(), 0, rises, i);
    }
}
