package org.sluice.demo.data;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Chance that falls the same way at every load. Each subject draws from a sequence of its own, so that a change to one
 * does not stir the others.
 */
final class Draw {

    private static final long SEED = 20_250_523;

    private final Random random;

    Draw(String subject) {
        random = new Random(SEED + subject.hashCode());
    }

    /** The id of a demo row: it follows from what the row is. */
    static UUID id(String kind, String code) {
        return UUID.nameUUIDFromBytes(("sluice-demo:" + kind + ":" + code).getBytes(StandardCharsets.UTF_8));
    }

    /** Both bounds included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** A day between two days, both included; the first when they are the wrong way round. */
    LocalDate between(LocalDate from, LocalDate to) {
        var days = (int) ChronoUnit.DAYS.between(from, to);
        return days <= 0 ? from : from.plusDays(between(0, days));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    <T> List<T> shuffled(Collection<T> items) {
        var list = new ArrayList<>(items);
        Collections.shuffle(list, random);
        return list;
    }

    /** Each code as often as its count says, in the order of the map. */
    static List<String> expanded(Map<String, Integer> counts) {
        var list = new ArrayList<String>();
        counts.forEach((code, count) -> list.addAll(Collections.nCopies(count, code)));
        return list;
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * random.nextGaussian());
    }

    /** Uniform on the logarithm: small prices are as frequent as large ones. */
    double logUniform(double low, double high) {
        return low * StrictMath.exp(random.nextDouble() * StrictMath.log(high / low));
    }

    /** A share with this mean, as narrow as if it had been counted in so many trials. */
    double beta(double mean, double trials) {
        var hits = gamma(mean * trials);
        return hits / (hits + gamma((1 - mean) * trials));
    }

    /** Marsaglia and Tsang 2000, for shapes from 1; below, by the usual power of a uniform. */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(random.nextDouble(), 1 / shape);
        }
        var d = shape - 1.0 / 3;
        while (true) {
            var x = random.nextGaussian();
            var v = StrictMath.pow(1 + x / StrictMath.sqrt(9 * d), 3);
            if (v > 0 && StrictMath.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
