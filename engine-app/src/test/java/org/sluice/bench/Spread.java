package org.sluice.bench;

import java.util.Collection;

/** Least, middle, 95th percentile and greatest of what was measured. */
record Spread(double min, double median, double p95, double max) {

    static Spread of(Collection<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        var n = sorted.length;
        var median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new Spread(sorted[0], median, sorted[Math.min(n - 1, (int) Math.ceil(n * 0.95) - 1)], sorted[n - 1]);
    }
}
