package org.sluice.protocol.group;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/** A curve y² = x³ + ax + b of prime order over a flat field, beside BouncyCastle's same curve. */
final class Curve256 {

    private static final byte UNCOMPRESSED = 4;

    private final ECCurve curve;
    private final Field256 field;
    private final Powers powers;
    private final long[] a;
    private final long[] b;

    Curve256(ECCurve curve, Field256 field) {
        this.curve = curve;
        this.field = field;
        this.powers = new Powers(field);
        this.a = field.constant(curve.getA().toBigInteger());
        this.b = field.constant(curve.getB().toBigInteger());
    }

    Field256 field() {
        return field;
    }

    Powers powers() {
        return powers;
    }

    /** One number, not to be written to. */
    long[] a() {
        return a;
    }

    /** One number, not to be written to. */
    long[] b() {
        return b;
    }

    /** x³ + ax + b, a sum of two. */
    void rightHandSide(long[] x, int i, long[] target, int k) {
        long[] square = new long[Field256.LIMBS];
        field.square(x, i, square, 0);
        Field256.add(square, 0, a, 0, square, 0);
        field.multiply(square, 0, x, i, target, k);
        Field256.add(target, k, b, 0, target, k);
    }

    /** Writes one of the two y of a point with this x; or says that no point has it, and writes anything. */
    boolean ordinate(long[] x, int i, long[] target, int k) {
        long[] square = new long[Field256.LIMBS];
        rightHandSide(x, i, square, 0);
        return powers.root(square, 0, target, k);
    }

    /** SEC 1's form without compression: the byte 4 and both coordinates. */
    byte[] encoded(long[] x, long[] y, int i) {
        byte[] encoded = new byte[1 + 2 * Field256.LENGTH];
        encoded[0] = UNCOMPRESSED;
        field.encode(x, i, encoded, 1);
        field.encode(y, i, encoded, 1 + Field256.LENGTH);
        return encoded;
    }

    /** Writes the point with this encoded x and a y of this parity; or says that no point has the x, and writes anything. */
    boolean decompress(byte[] bytes, int offset, boolean odd, AffinePoints target, int k) {
        field.decode(bytes, offset, target.x(), k);
        if (!ordinate(target.x(), k, target.y(), k)) {
            return false;
        }
        if (field.isOdd(target.y(), k) != odd) {
            Field256.negate(target.y(), k, target.y(), k);
        }
        return true;
    }

    /** BouncyCastle's point with these coordinates, which are not checked. */
    ECPoint point(long[] x, long[] y, int i) {
        byte[] bytes = new byte[Field256.LENGTH];
        field.encode(x, i, bytes, 0);
        BigInteger abscissa = new BigInteger(1, bytes);
        field.encode(y, i, bytes, 0);
        return curve.createPoint(abscissa, new BigInteger(1, bytes));
    }
}
