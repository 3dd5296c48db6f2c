package org.sluice.protocol.psi.sum;

import org.bouncycastle.math.ec.custom.sec.SecP256R1Field;
import org.bouncycastle.math.raw.Nat256;

/**
 * Inverts many numbers modulo the prime of P-256 for the price of one inversion and three multiplications each
 * (Montgomery's trick). Not for use by several threads. Not constant-time.
 */
final class SharedInversion {

    private static final int WORDS = 8;

    private final int[][] products;
    private final int[] inverse = new int[WORDS];
    private final int[] next = new int[WORDS];

    /** @param most numbers that are inverted at once */
    SharedInversion(int most) {
        products = new int[most + 1][WORDS];
        products[0][0] = 1;
    }

    /** Replaces each of the first {@code count} numbers, none of which may be zero. */
    void invert(int[][] numbers, int count) {
        for (int i = 0; i < count; i++) {
            SecP256R1Field.multiply(products[i], numbers[i], products[i + 1]);
        }
        SecP256R1Field.inv(products[count], inverse);
        for (int i = count - 1; i >= 0; i--) {
            SecP256R1Field.multiply(inverse, numbers[i], next);
            SecP256R1Field.multiply(inverse, products[i], numbers[i]);
            Nat256.copy(next, inverse);
        }
    }
}
