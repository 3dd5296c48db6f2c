package org.sluice.protocol.oprf;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.sluice.protocol.Secret;

/**
 * Two scalars that undo each other up to the sign of a point, both of the form that X25519 clamps to: 2^254 plus a multiple
 * of eight below 2^254.
 *
 * <p>The first is r = 8·i for a uniform i in [2^251, 2^252). Up to sign all multiples of a point of prime order have such a
 * form, but for a part of 2^-125: a coordinate times r tells nothing of the coordinate. The second is s = 8·j with
 * 64·i·j = ±1 modulo the order, the sign being chosen such that j lies in the range.
 */
record ClampedPair(Secret blind, Secret unblind) {

    /** Of the subgroup: 2^252 + 27742317777372353535851937790883648493. */
    private static final BigInteger ORDER =
            BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final BigInteger SMALLEST = BigInteger.ONE.shiftLeft(251);
    private static final int LENGTH = 32;

    static ClampedPair[] draw(int count, SecureRandom random) {
        BigInteger[] numbers = new BigInteger[count];
        BigInteger[] multiples = new BigInteger[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number(random);
            multiples[i] = numbers[i].shiftLeft(6).mod(ORDER);
        }
        BigInteger[] inverses = Inverses.of(multiples, ORDER, random);
        ClampedPair[] pairs = new ClampedPair[count];
        Arrays.setAll(pairs, i -> new ClampedPair(scalar(numbers[i]), scalar(inRange(inverses[i]))));
        return pairs;
    }

    private static BigInteger number(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes).mod(SMALLEST).add(SMALLEST);
    }

    private static BigInteger inRange(BigInteger inverse) {
        BigInteger number = inverse.compareTo(SMALLEST) < 0 ? ORDER.subtract(inverse) : inverse;
        if (number.bitLength() != 252) {
            throw new ArithmeticException(
                    "A blind has no inverse in clamped form, which fewer than one in 2^120 has not");
        }
        return number;
    }

    /** Eight times the number, little-endian. */
    private static Secret scalar(BigInteger number) {
        byte[] big = number.shiftLeft(3).toByteArray();
        byte[] little = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            little[i] = big[big.length - 1 - i];
        }
        return Secret.copyOf(little);
    }
}
