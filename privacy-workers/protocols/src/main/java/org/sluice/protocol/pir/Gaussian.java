package org.sluice.protocol.pir;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.Prg;

/**
 * The discrete Gaussian of deviation 6.4 around zero, from a table of 63-bit probabilities; a sample takes no branch and
 * reads the whole table.
 */
final class Gaussian {

    private static final MathContext DIGITS = new MathContext(60);

    /** {@code floor(2^63 · P(|X| > i))} for i = 0, 1, ...; the last one is the last that is not zero. */
    private static final long[] BEYOND = table();

    private static final int SAMPLES = 1024;

    private Gaussian() {}

    /** Adds a fresh sample to each entry. */
    static void addTo(int[] target, Prg random) {
        byte[] bytes = new byte[SAMPLES * Long.BYTES];
        for (int from = 0; from < target.length; from += SAMPLES) {
            int count = Math.min(SAMPLES, target.length - from);
            random.fill(bytes, 0, count * Long.BYTES);
            for (int i = 0; i < count; i++) {
                target[from + i] += sample(Blocks.get(bytes, i * Long.BYTES));
            }
        }
        Arrays.fill(bytes, (byte) 0);
    }

    /** The value that 64 uniform bits stand for: the lowest is the sign, the others choose the size. */
    static int sample(long uniform) {
        long chosen = uniform >>> 1;
        int size = 0;
        for (long beyond : BEYOND) {
            size += (int) ((chosen - beyond) >>> 63);
        }
        int sign = -(int) (uniform & 1);
        return (size ^ sign) - sign;
    }

    static long[] beyond() {
        return BEYOND.clone();
    }

    /** Weights are exp(-x²/(2·sigma²)), which is the x²-th power of one number. */
    private static long[] table() {
        BigDecimal sigma = BigDecimal.valueOf(Lwe.SIGMA_TIMES_TEN, 1);
        BigDecimal exponent = BigDecimal.ONE.divide(sigma.multiply(sigma).multiply(BigDecimal.valueOf(2)), DIGITS);
        BigDecimal base = expOfMinus(exponent);
        int most = 12 * Lwe.SIGMA_TIMES_TEN / 10;
        BigDecimal[] outside = new BigDecimal[most + 1];
        outside[most] = BigDecimal.ZERO;
        for (int x = most; x > 0; x--) {
            outside[x - 1] = outside[x].add(base.pow(x * x, DIGITS).multiply(BigDecimal.valueOf(2)), DIGITS);
        }
        BigDecimal all = outside[0].add(BigDecimal.ONE);
        BigDecimal unit = new BigDecimal(BigInteger.ONE.shiftLeft(63));
        return Arrays.stream(outside)
                .mapToLong(tail -> tail.multiply(unit).divide(all, DIGITS).longValue())
                .takeWhile(tail -> tail > 0)
                .toArray();
    }

    private static BigDecimal expOfMinus(BigDecimal x) {
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int i = 1; i < 40; i++) {
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(-i), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }
}
