package org.sluice.protocol.group;

import java.math.BigInteger;
import org.sluice.protocol.Column;

/**
 * Hashes many items by {@code curve25519_XMD:SHA-512_ELL2_NU_} to u-coordinates alone: the same points as
 * {@link Curve25519Group#hashToPoint}, at a third of the cost. Inversions are shared (Montgomery's trick), and the
 * cofactor is cleared in projective coordinates without v. Not constant-time.
 */
final class Elligator2Batch {

    private static final Field25519 A = Field25519.of(486662);
    private static final Field25519 A24 = Field25519.of(121666);

    private Elligator2Batch() {}

    /** The encoded u-coordinates, in the items' order. */
    static byte[][] hash(Column items, byte[] dst) {
        Field25519[] mapped = map(items, dst);
        Field25519[] denominators = new Field25519[mapped.length];
        for (int i = 0; i < mapped.length; i++) {
            Field25519 x = mapped[i];
            Field25519 z = Field25519.ONE;
            for (int doubling = 0; doubling < 3; doubling++) {
                Field25519 sum = x.plus(z).squared();
                Field25519 difference = x.minus(z).squared();
                Field25519 product = sum.minus(difference);
                x = sum.times(difference);
                z = product.times(difference.plus(A24.times(product)));
            }
            mapped[i] = x;
            denominators[i] = z;
        }
        return quotients(mapped, denominators);
    }

    /** One of the two candidates of RFC 9380 section 6.7.1, before the cofactor is cleared. */
    private static Field25519[] map(Column items, byte[] dst) {
        Field25519[] denominators = new Field25519[items.count()];
        for (int i = 0; i < denominators.length; i++) {
            BigInteger number = MessageExpansion.XMD_SHA_512.toField(items.row(i), dst, 1, Field25519.P)[0];
            Field25519 square = Field25519.of(number).squared();
            denominators[i] = square.plus(square).plus(Field25519.ONE);
        }
        Field25519[] candidates = inverses(denominators);
        for (int i = 0; i < candidates.length; i++) {
            Field25519 first = A.negated().times(candidates[i]);
            candidates[i] =
                    MontgomeryPoint.isOnCurve(first) ? first : first.negated().minus(A);
        }
        return candidates;
    }

    private static byte[][] quotients(Field25519[] numerators, Field25519[] denominators) {
        Field25519[] inverses = inverses(denominators);
        byte[][] encoded = new byte[numerators.length][];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = numerators[i].times(inverses[i]).encode();
        }
        return encoded;
    }

    private static Field25519[] inverses(Field25519[] numbers) {
        Field25519[] before = new Field25519[numbers.length];
        Field25519 product = Field25519.ONE;
        for (int i = 0; i < numbers.length; i++) {
            before[i] = product;
            product = product.times(numbers[i]);
        }
        if (product.isZero()) {
            throw new ArithmeticException("An item hashes to the identity, which fewer than one in 2^250 does");
        }
        Field25519 inverse = product.inverted();
        Field25519[] inverses = new Field25519[numbers.length];
        for (int i = numbers.length - 1; i >= 0; i--) {
            inverses[i] = inverse.times(before[i]);
            inverse = inverse.times(numbers[i]);
        }
        return inverses;
    }
}
