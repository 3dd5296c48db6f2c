package org.sluice.protocol.group;

import java.util.BitSet;
import java.util.function.UnaryOperator;
import org.sluice.protocol.group.PointSums.Pair;

/**
 * Finds the signs of products kP of which the x-coordinates are known, seven at a time, by the x-coordinate of one more
 * product: that of the sum of the seven points and an eighth whose product is wholly known. Of the 128 sums of the eight
 * products with any signs, one must have that x-coordinate; sums of one half of them are compared with sums of the other
 * without an inversion.
 *
 * <p>Signs are given only where there is no doubt: one sum alone fits, and no two points met with the same x on the way. The
 * right signs always fit then, so what is found is right if the products are; if they are not, none fits but with a chance of
 * 2^-248. Whether there is a doubt depends on relations between the points alone, which hold between the products too. Not
 * constant-time: it sees points and products, and no scalar.
 */
final class SignSearch {

    /** Products whose signs are found by one more. */
    static final int GROUP = 7;

    private static final int HALF = 8;
    private static final int DOUBT = -1;

    /** Slots of the eight points: themselves, then the sums (and differences, unused) of two, four and all. */
    private static final int SUM_SLOTS = 22;

    private static final int SUM = 20;

    /** Slots of the eight products: themselves, sums and differences of two, and those of four of either half. */
    private static final int PRODUCT_SLOTS = 32;

    private static final int LEFT = 16;
    private static final int RIGHT = 24;

    private static final Pair[] TWOS = {new Pair(0, 1, 8), new Pair(2, 3, 10), new Pair(4, 5, 12), new Pair(6, 7, 14)};
    private static final Pair[] POINTS_FOURS = {new Pair(8, 10, 16), new Pair(12, 14, 18)};
    private static final Pair[] POINTS_ALL = {new Pair(16, 18, SUM)};
    private static final Pair[] PRODUCTS_FOURS = {
        new Pair(8, 10, LEFT),
        new Pair(8, 11, LEFT + 2),
        new Pair(9, 10, LEFT + 4),
        new Pair(9, 11, LEFT + 6),
        new Pair(12, 14, RIGHT),
        new Pair(12, 15, RIGHT + 2),
        new Pair(13, 14, RIGHT + 4),
        new Pair(13, 15, RIGHT + 6)
    };

    /** For each slot of products the bits of those that are in it, and of those that are in it with the opposite sign. */
    private static final int[] MEMBERS = new int[PRODUCT_SLOTS];

    private static final int[] OPPOSITE = new int[PRODUCT_SLOTS];

    static {
        for (int i = 0; i <= GROUP; i++) {
            MEMBERS[i] = 1 << i;
        }
        enter(TWOS);
        enter(PRODUCTS_FOURS);
    }

    private final Curve256 curve;
    private final Field256 field;
    private final AffinePoints points;
    private final AffinePoints products;

    /**
     * @param points at least eight
     * @param products those of the points; all but the first may have the wrong sign
     */
    SignSearch(Curve256 curve, AffinePoints points, AffinePoints products) {
        this.curve = curve;
        this.field = curve.field();
        this.points = points;
        this.products = products;
    }

    private static void enter(Pair[] pairs) {
        for (Pair pair : pairs) {
            int both = MEMBERS[pair.first()] | MEMBERS[pair.second()];
            MEMBERS[pair.target()] = both;
            MEMBERS[pair.target() + 1] = both;
            OPPOSITE[pair.target()] = OPPOSITE[pair.first()] | OPPOSITE[pair.second()];
            OPPOSITE[pair.target() + 1] = OPPOSITE[pair.first()] | (OPPOSITE[pair.second()] ^ MEMBERS[pair.second()]);
        }
    }

    /**
     * Gives the products their signs, except for those that it names.
     *
     * @param multiplier gives the encoded x-coordinate of a product for the encoded point
     */
    BitSet settle(UnaryOperator<byte[]> multiplier) {
        int groups = (points.count() - 1 + GROUP - 1) / GROUP;
        PointSums sums = filled(points, groups, SUM_SLOTS);
        sums.combine(TWOS);
        sums.combine(POINTS_FOURS);
        sums.combine(POINTS_ALL);
        PointSums parts = filled(products, groups, PRODUCT_SLOTS);
        parts.combine(TWOS);
        parts.combine(PRODUCTS_FOURS);
        BitSet doubtful = new BitSet(points.count());
        long[] x = new long[Field256.LIMBS];
        for (int group = 0; group < groups; group++) {
            int opposite = DOUBT;
            if (!sums.isBroken(group) && !parts.isBroken(group)) {
                byte[] sum = curve.encoded(sums.x, sums.y, sums.at(group, SUM));
                field.decode(multiplier.apply(sum), 0, x, 0);
                opposite = new Halves(parts, group, x).opposite();
            }
            if (opposite == DOUBT) {
                doubtful.set(start(group), start(group) + GROUP);
            } else {
                enter(parts, group, opposite);
            }
        }
        return doubtful;
    }

    /** The last group ends with the last point, and may share points with the one before. */
    private int start(int group) {
        return Math.min(1 + group * GROUP, points.count() - GROUP);
    }

    private PointSums filled(AffinePoints from, int groups, int slots) {
        PointSums filled = new PointSums(curve, groups, slots);
        for (int group = 0; group < groups; group++) {
            for (int i = 0; i <= GROUP; i++) {
                int at = i == 0 ? 0 : start(group) + i - 1;
                Field256.copy(from.x(), at, filled.x, filled.at(group, i));
                Field256.copy(from.y(), at, filled.y, filled.at(group, i));
            }
        }
        return filled;
    }

    /** From the parts, since a product that two groups share must not be turned twice. */
    private void enter(PointSums parts, int group, int opposite) {
        for (int i = 1; i <= GROUP; i++) {
            int target = start(group) + i - 1;
            Field256.copy(parts.y, parts.at(group, i), products.y(), target);
            if ((opposite >> i & 1) == 1) {
                Field256.negate(products.y(), target, products.y(), target);
            }
        }
    }

    /** The sums of the four products of either half of a group, those of the right half up to their sign. */
    private final class Halves {

        private final PointSums parts;
        private final int left;
        private final int right;
        private final long[] x;
        private final long[] squares = Field256.numbers(2 * HALF);
        private final long[] distance = new long[Field256.LIMBS];
        private final long[] value = new long[Field256.LIMBS];
        private final long[] mixed = new long[Field256.LIMBS];
        private final long[] ofSum = new long[Field256.LIMBS];
        private final long[] ofDifference = new long[Field256.LIMBS];

        /** @param x of the sum that is sought */
        Halves(PointSums parts, int group, long[] x) {
            this.parts = parts;
            this.left = parts.at(group, LEFT);
            this.right = parts.at(group, RIGHT);
            this.x = x;
            for (int i = 0; i < HALF; i++) {
                field.square(parts.y, left + i, squares, i);
                field.square(parts.y, right + i, squares, HALF + i);
            }
        }

        /** The bits of the products whose signs are to be turned; or {@link #DOUBT} unless one sum alone fits. */
        int opposite() {
            int found = DOUBT;
            for (int l = 0; l < HALF; l++) {
                for (int r = 0; r < HALF; r++) {
                    compare(l, r);
                    boolean sum = field.isZero(ofSum, 0);
                    boolean other = field.isZero(ofDifference, 0);
                    if (!sum && !other) {
                        continue;
                    }
                    // with one x on both sides any x fits
                    if (found != DOUBT || (sum && other) || field.isZero(distance, 0)) {
                        return DOUBT;
                    }
                    int turned = OPPOSITE[LEFT + l] | OPPOSITE[RIGHT + r];
                    found = sum ? turned : turned ^ MEMBERS[RIGHT + r];
                }
            }
            return found;
        }

        /**
         * Leaves zero for the sum of the left and the right one, or for their difference, if it has this x, which is
         * (yL - yR)² / (xL - xR)² - xL - xR for the sum: (x + xL + xR)(xL - xR)² - yL² - yR², more and less 2yLyR.
         */
        private void compare(int l, int r) {
            Field256.subtract(parts.x, left + l, parts.x, right + r, distance, 0);
            field.square(distance, 0, value, 0);
            Field256.add(x, 0, parts.x, left + l, mixed, 0);
            Field256.add(mixed, 0, parts.x, right + r, mixed, 0);
            field.multiply(value, 0, mixed, 0, value, 0);
            Field256.subtract(value, 0, squares, l, value, 0);
            Field256.subtract(value, 0, squares, HALF + r, value, 0);
            field.multiply(parts.y, left + l, parts.y, right + r, mixed, 0);
            Field256.add(mixed, 0, mixed, 0, mixed, 0);
            Field256.add(value, 0, mixed, 0, ofSum, 0);
            Field256.subtract(value, 0, mixed, 0, ofDifference, 0);
        }
    }
}
