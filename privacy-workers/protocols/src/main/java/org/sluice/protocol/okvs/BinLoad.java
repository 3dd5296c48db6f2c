package org.sluice.protocol.okvs;

/** How many of n balls fall into one of b bins at most. */
final class BinLoad {

    private BinLoad() {}

    /** The least c such that {@code bins · P[Binomial(keys, 1/bins) > c]} is at most {@code 2^-security}. */
    static int bound(int keys, int bins, int security) {
        double least = -security * StrictMath.log(2) - StrictMath.log(bins);
        int low = keys / bins;
        int high = keys;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (logOfTail(keys, bins, middle) <= least) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** ln P[Binomial(keys, 1/bins) > load] for a load of at least the mean: from there on the terms only fall. */
    private static double logOfTail(int keys, int bins, int load) {
        if (load >= keys) {
            return Double.NEGATIVE_INFINITY;
        }
        int first = load + 1;
        double sum = 0;
        double term = 1;
        for (int k = first; k <= keys && term > sum * 1e-17; k++) {
            sum += term;
            term *= (keys - k) / ((k + 1.0) * (bins - 1.0));
        }
        double choices = logOfFactorial(keys) - logOfFactorial(first) - logOfFactorial(keys - first);
        double chance = (keys - first) * StrictMath.log(bins - 1.0) - keys * StrictMath.log(bins);
        return choices + chance + StrictMath.log(sum);
    }

    /** Stirling's series; exact products below 32. */
    private static double logOfFactorial(int number) {
        if (number < 32) {
            double product = 1;
            for (int i = 2; i <= number; i++) {
                product *= i;
            }
            return StrictMath.log(product);
        }
        double n = number;
        return n * StrictMath.log(n)
                - n
                + 0.5 * StrictMath.log(2 * Math.PI * n)
                + 1 / (12 * n)
                - 1 / (360 * n * n * n)
                + 1 / (1260 * n * n * n * n * n);
    }
}
