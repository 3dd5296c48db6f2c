package org.sluice.protocol.group;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Roots and inverses modulo a prime p that is 3 modulo 4: both are made of a^((p - 3)/4), which takes some 255 squarings
 * and a dozen products, since the exponents of our primes are a few runs of ones. Not constant-time.
 */
final class Powers {

    /** Powers by 2^(2^j) - 1 for j up to 5 are at hand: runs of 1, 2, 4 … 32 ones. */
    private static final int LONGEST_RUN = 5;

    private final Field256 field;
    private final List<Step> steps = new ArrayList<>();

    /** So many squarings, then a product with the power by {@code 2^(2^run) - 1}. */
    private record Step(int squarings, int run) {}

    Powers(Field256 field) {
        this.field = field;
        BigInteger exponent = field.prime().shiftRight(2);
        int zeros = 0;
        // the lowest bits are ones, since the prime is -1 modulo 2^52
        for (int bit = exponent.bitLength() - 1; bit >= 0; ) {
            int run = longestRun(exponent, bit);
            if (run < 0) {
                zeros++;
                bit--;
            } else {
                steps.add(new Step(zeros + (1 << run), run));
                zeros = 0;
                bit -= 1 << run;
            }
        }
    }

    /** The j of the longest run of 2^j ones that begins at this bit, or -1 where there is a zero. */
    private static int longestRun(BigInteger exponent, int bit) {
        int ones = 0;
        while (ones < 1 << LONGEST_RUN && bit - ones >= 0 && exponent.testBit(bit - ones)) {
            ones++;
        }
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(ones);
    }

    /** a^((p - 3)/4). */
    void power(long[] a, int i, long[] target, int k) {
        long[] runs = Field256.numbers(LONGEST_RUN + 1);
        Field256.copy(a, i, runs, 0);
        for (int run = 1; run <= LONGEST_RUN; run++) {
            field.square(runs, run - 1, 1 << (run - 1), runs, run);
            field.multiply(runs, run, runs, run - 1, runs, run);
        }
        Field256.copy(runs, steps.get(0).run, target, k);
        for (Step step : steps.subList(1, steps.size())) {
            field.square(target, k, step.squarings, target, k);
            field.multiply(target, k, runs, step.run, target, k);
        }
    }

    /** Writes one of the two square roots; or says that there is none, and writes anything. The target is no operand. */
    boolean root(long[] a, int i, long[] target, int k) {
        power(a, i, target, k);
        field.multiply(target, k, a, i, target, k);
        long[] difference = new long[Field256.LIMBS];
        field.square(target, k, difference, 0);
        Field256.subtract(difference, 0, a, i, difference, 0);
        return field.isZero(difference, 0);
    }

    /** a^(p - 2), the inverse; that of zero is zero. The target is no operand. */
    void invert(long[] a, int i, long[] target, int k) {
        power(a, i, target, k);
        field.square(target, k, 2, target, k);
        field.multiply(target, k, a, i, target, k);
    }

    /** Inverts the first numbers in place for the price of one inversion (Montgomery's trick); none of them is zero. */
    void invertAll(long[] numbers, int count) {
        if (count == 0) {
            return;
        }
        long[] products = Field256.numbers(count);
        Field256.copy(numbers, 0, products, 0);
        for (int i = 1; i < count; i++) {
            field.multiply(products, i - 1, numbers, i, products, i);
        }
        long[] inverse = new long[Field256.LIMBS];
        invert(products, count - 1, inverse, 0);
        long[] next = new long[Field256.LIMBS];
        for (int i = count - 1; i > 0; i--) {
            field.multiply(inverse, 0, numbers, i, next, 0);
            field.multiply(inverse, 0, products, i - 1, numbers, i);
            Field256.copy(next, 0, inverse, 0);
        }
        Field256.copy(inverse, 0, numbers, 0);
    }
}
