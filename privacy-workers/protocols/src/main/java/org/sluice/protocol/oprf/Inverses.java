package org.sluice.protocol.oprf;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Inverses modulo a prime, many for the price of one (Montgomery's trick). */
final class Inverses {

    private Inverses() {}

    /** Of numbers that are not zero; how long the one inversion takes depends on a random multiple of their product alone. */
    static BigInteger[] of(BigInteger[] numbers, BigInteger prime, SecureRandom random) {
        BigInteger[] products = new BigInteger[numbers.length];
        BigInteger product = factor(prime, random);
        for (int i = 0; i < numbers.length; i++) {
            products[i] = product;
            product = product.multiply(numbers[i]).mod(prime);
        }
        BigInteger inverse = product.modInverse(prime);
        for (int i = numbers.length - 1; i >= 0; i--) {
            products[i] = products[i].multiply(inverse).mod(prime);
            inverse = inverse.multiply(numbers[i]).mod(prime);
        }
        return products;
    }

    /** Close enough to uniform: what it hides is only a running time. */
    private static BigInteger factor(BigInteger prime, SecureRandom random) {
        byte[] bytes = new byte[P256.SCALAR];
        random.nextBytes(bytes);
        BigInteger factor = new BigInteger(1, bytes).mod(prime);
        return factor.signum() == 0 ? BigInteger.ONE : factor;
    }
}
