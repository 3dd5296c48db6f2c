package org.sluice.protocol.group;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519Field;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/** A number modulo 2^255 - 19, immutable. Square roots and inverses are not constant-time. */
final class Field25519 {

    static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    static final int LENGTH = 32;
    static final Field25519 ZERO = of(BigInteger.ZERO);
    static final Field25519 ONE = of(BigInteger.ONE);

    private final int[] limbs;

    private Field25519(int[] limbs) {
        this.limbs = limbs;
    }

    static Field25519 of(BigInteger number) {
        return decode(Arrays.reverse(BigIntegers.asUnsignedByteArray(LENGTH, number.mod(P))));
    }

    static Field25519 of(long number) {
        return of(BigInteger.valueOf(number));
    }

    /** Little-endian; bit 255 is ignored and the number may exceed the modulus, as in RFC 7748. */
    static Field25519 decode(byte[] encoded) {
        int[] limbs = X25519Field.create();
        X25519Field.decode255(encoded, limbs);
        return new Field25519(limbs);
    }

    /** Little-endian and reduced. */
    byte[] encode() {
        int[] reduced = limbs.clone();
        X25519Field.normalize(reduced);
        byte[] encoded = new byte[LENGTH];
        X25519Field.encode(reduced, encoded);
        return encoded;
    }

    Field25519 plus(Field25519 other) {
        int[] sum = X25519Field.create();
        X25519Field.add(limbs, other.limbs, sum);
        X25519Field.carry(sum);
        return new Field25519(sum);
    }

    Field25519 minus(Field25519 other) {
        int[] difference = X25519Field.create();
        X25519Field.sub(limbs, other.limbs, difference);
        X25519Field.carry(difference);
        return new Field25519(difference);
    }

    Field25519 times(Field25519 other) {
        int[] product = X25519Field.create();
        X25519Field.mul(limbs, other.limbs, product);
        return new Field25519(product);
    }

    Field25519 squared() {
        int[] square = X25519Field.create();
        X25519Field.sqr(limbs, square);
        return new Field25519(square);
    }

    Field25519 negated() {
        return ZERO.minus(this);
    }

    /** The inverse; that of zero is zero. */
    Field25519 inverted() {
        int[] inverse = X25519Field.create();
        X25519Field.invVar(limbs, inverse);
        return new Field25519(inverse);
    }

    /** One of the two square roots, or nothing if there is none. */
    Optional<Field25519> squareRoot() {
        int[] root = X25519Field.create();
        return X25519Field.sqrtRatioVar(limbs, ONE.limbs, root) ? Optional.of(new Field25519(root)) : Optional.empty();
    }

    boolean isZero() {
        return X25519Field.isZeroVar(reduced());
    }

    boolean isOdd() {
        return (encode()[0] & 1) == 1;
    }

    private int[] reduced() {
        int[] reduced = limbs.clone();
        X25519Field.normalize(reduced);
        return reduced;
    }
}
