package org.sluice.protocol.psi.sum;

import java.math.BigInteger;
import java.util.OptionalLong;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Finds m in mG where m is known to lie between two bounds, in about √(2 · range) additions (Shanks' baby steps and giant
 * steps, with -kG found beside kG). A range of 2^40 takes 16 MB and half a second.
 *
 * <p>Time depends on m: only the party that gets to know m may run it.
 */
final class SmallLogarithm {

    private static final int WIDTH = 256;

    private final long low;
    private final long high;
    private final BabySteps baby;
    private final long stride;

    /** @param low at least 0, and at most {@code high}, which is below 2^41 */
    SmallLogarithm(long low, long high) {
        this.low = low;
        this.high = high;
        this.baby = new BabySteps(steps(high - low + 1));
        this.stride = 2L * baby.count() + 1;
    }

    private static int steps(long range) {
        return (int) Math.min(BabySteps.MOST, Math.ceil(Math.sqrt(range / 2.0)));
    }

    /** The m from low to high with mG = point, if there is one. */
    OptionalLong of(ECPoint point) {
        long giants = (high - low) / stride + 1;
        int width = (int) Math.min(WIDTH, giants);
        ECPoint giant = times(stride);
        Neighbours neighbours = new Neighbours(giant, width);
        ECPoint leap = giant.multiply(BigInteger.valueOf(2L * width + 1)).normalize();
        // At giant step g, what is left of the point is (m - low - b - g · stride)G: at most b steps from the identity.
        ECPoint left =
                point.subtract(times(low + baby.count() + width * stride)).normalize();
        for (long middle = width; middle - width < giants; middle += 2L * width + 1) {
            Search search = new Search(point, middle);
            if (left.isInfinity()) {
                return checked(point, at(middle));
            }
            search.visit(0, FixedBase.words(left, true));
            int identity = neighbours.around(left, search::visit);
            if (identity != 0) {
                search.consider(at(middle + identity));
                search.consider(at(middle - identity));
            }
            if (search.found.isPresent()) {
                return search.found;
            }
            left = left.subtract(leap).normalize();
        }
        return OptionalLong.empty();
    }

    /** Looks for one point around one middle. */
    private final class Search {

        private final ECPoint point;
        private final long middle;
        private OptionalLong found = OptionalLong.empty();

        Search(ECPoint point, long middle) {
            this.point = point;
            this.middle = middle;
        }

        /** What is left after k giant steps back from the middle: those further on have the greater m. */
        void visit(int k, int[] x) {
            int steps = baby.find(x);
            if (steps != 0) {
                consider(at(middle - k) + steps);
                consider(at(middle - k) - steps);
            }
        }

        void consider(long candidate) {
            if (found.isEmpty()) {
                found = checked(point, candidate);
            }
        }
    }

    /** The number in the middle of what a giant step covers. */
    private long at(long step) {
        return low + baby.count() + step * stride;
    }

    private OptionalLong checked(ECPoint point, long candidate) {
        boolean right =
                low <= candidate && candidate <= high && times(candidate).equals(point);
        return right ? OptionalLong.of(candidate) : OptionalLong.empty();
    }

    private static ECPoint times(long number) {
        return P256.GENERATOR.multiply(BigInteger.valueOf(number)).normalize();
    }
}
