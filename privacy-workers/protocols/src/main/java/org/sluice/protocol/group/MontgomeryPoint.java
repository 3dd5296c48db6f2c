package org.sluice.protocol.group;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A point (u, v) of curve25519, v² = u³ + 486662 u² + u, never the identity. Hashing needs whole points, because it adds
 * them; everything else works on u alone. Not constant-time.
 */
record MontgomeryPoint(Field25519 u, Field25519 v) {

    private static final Field25519 A = Field25519.of(486662);

    /** Elligator 2 (RFC 9380 section 6.7.1 with J = 486662, K = 1, Z = 2). */
    static MontgomeryPoint elligator2(BigInteger number) {
        Field25519 r = Field25519.of(number);
        Field25519 denominator = r.squared().plus(r.squared()).plus(Field25519.ONE);
        Field25519 first = A.negated().times(denominator.inverted());
        Optional<Field25519> root = rightHandSide(first).squareRoot();
        if (root.isPresent()) {
            return new MontgomeryPoint(first, withParity(root.get(), true));
        }
        Field25519 second = first.negated().minus(A);
        Field25519 secondRoot = rightHandSide(second)
                .squareRoot()
                .orElseThrow(() -> new IllegalStateException("One of the two candidates always lies on the curve"));
        return new MontgomeryPoint(second, withParity(secondRoot, false));
    }

    /** Whether a point of the curve itself, and not only of its twist, has this coordinate. */
    static boolean isOnCurve(Field25519 u) {
        return rightHandSide(u).squareRoot().isPresent();
    }

    MontgomeryPoint plus(MontgomeryPoint other) {
        Field25519 run = other.u.minus(u);
        if (run.isZero()) {
            if (other.v.plus(v).isZero()) {
                throw identity();
            }
            return doubled();
        }
        return chord(other.v.minus(v).times(run.inverted()), other.u);
    }

    MontgomeryPoint doubled() {
        Field25519 run = v.plus(v);
        if (run.isZero()) {
            throw identity();
        }
        Field25519 u2 = u.squared();
        Field25519 au = A.times(u);
        Field25519 rise = u2.plus(u2).plus(u2).plus(au).plus(au).plus(Field25519.ONE);
        return chord(rise.times(run.inverted()), u);
    }

    /** Times eight: what lies outside the subgroup of prime order vanishes. */
    MontgomeryPoint withoutCofactor() {
        return doubled().doubled().doubled();
    }

    private MontgomeryPoint chord(Field25519 slope, Field25519 otherU) {
        Field25519 sumU = slope.squared().minus(A).minus(u).minus(otherU);
        return new MontgomeryPoint(sumU, slope.times(u.minus(sumU)).minus(v));
    }

    private static Field25519 rightHandSide(Field25519 u) {
        return u.plus(A).times(u).plus(Field25519.ONE).times(u);
    }

    private static Field25519 withParity(Field25519 root, boolean odd) {
        return root.isOdd() == odd ? root : root.negated();
    }

    private static ArithmeticException identity() {
        return new ArithmeticException("The item hashes to the identity, which fewer than one in 2^250 does");
    }
}
