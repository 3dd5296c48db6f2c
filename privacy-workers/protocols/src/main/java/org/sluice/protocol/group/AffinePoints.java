package org.sluice.protocol.group;

import java.util.Arrays;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Column;

/**
 * Points of a curve side by side, none of them the identity: point i has the numbers i of two flat arrays as coordinates.
 * Not constant-time.
 */
public final class AffinePoints {

    private final Curve256 curve;
    private final long[] x;
    private final long[] y;

    /** Takes the arrays over; no coordinate is a sum that is not reduced. */
    AffinePoints(Curve256 curve, long[] x, long[] y) {
        this.curve = curve;
        this.x = x;
        this.y = y;
    }

    /** Room for so many points, whose coordinates are to be written. */
    AffinePoints(Curve256 curve, int count) {
        this(curve, Field256.numbers(count), Field256.numbers(count));
    }

    /** BouncyCastle's points, affine. */
    static AffinePoints of(Curve256 curve, ECPoint[] points) {
        AffinePoints flat = new AffinePoints(curve, points.length);
        byte[] coordinate = new byte[Field256.LENGTH];
        for (int i = 0; i < points.length; i++) {
            points[i].getAffineXCoord().encodeTo(coordinate, 0);
            curve.field().decode(coordinate, 0, flat.x, i);
            points[i].getAffineYCoord().encodeTo(coordinate, 0);
            curve.field().decode(coordinate, 0, flat.y, i);
        }
        return flat;
    }

    long[] x() {
        return x;
    }

    long[] y() {
        return y;
    }

    public int count() {
        return x.length / Field256.LIMBS;
    }

    /** As BouncyCastle holds them. */
    public ECPoint[] points() {
        ECPoint[] points = new ECPoint[count()];
        Arrays.setAll(points, i -> curve.point(x, y, i));
        return points;
    }

    /** SEC 1's compressed forms: the byte 2 or, where y is odd, 3, and the 32 bytes of x. */
    public Column compressed() {
        int width = 1 + Field256.LENGTH;
        byte[] rows = new byte[Math.multiplyExact(count(), width)];
        for (int i = 0; i < count(); i++) {
            rows[i * width] = (byte) (curve.field().isOdd(y, i) ? 3 : 2);
            curve.field().encode(x, i, rows, i * width + 1);
        }
        return Column.owning(rows, width);
    }

    /** The points {@code from} (inclusive) to {@code to} (exclusive). */
    AffinePoints slice(int from, int to) {
        return new AffinePoints(
                curve,
                Arrays.copyOfRange(x, from * Field256.LIMBS, to * Field256.LIMBS),
                Arrays.copyOfRange(y, from * Field256.LIMBS, to * Field256.LIMBS));
    }

    /** Copies all of other points in, beginning with this one. */
    void fill(int from, AffinePoints others) {
        System.arraycopy(others.x, 0, x, from * Field256.LIMBS, others.x.length);
        System.arraycopy(others.y, 0, y, from * Field256.LIMBS, others.y.length);
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
        AffinePoints sums = new AffinePoints(curve, pairs);
        long[] fall = new long[Field256.LIMBS];
        for (int i = 0; i < pairs; i++) {
            field.multiply(slopes, i, divisors, i, slopes, i);
            field.square(slopes, i, sums.x, i);
            Field256.subtract(sums.x, i, x, 2 * i, sums.x, i);
            Field256.subtract(sums.x, i, x, 2 * i + 1, sums.x, i);
            Field256.subtract(x, 2 * i, sums.x, i, fall, 0);
            field.multiply(fall, 0, slopes, i, sums.y, i);
            Field256.subtract(sums.y, i, y, 2 * i, sums.y, i);
            field.tidy(sums.x, i);
            field.tidy(sums.y, i);
        }
        return sums;
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
