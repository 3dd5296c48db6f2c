package org.sluice.protocol.group;

/**
 * Points of one curve in equal groups, from which sums and differences within each group are made, with one inversion for those
 * of all groups. Where the law of addition is another one, since two points have the same x, the whole group is broken, and
 * what it holds means nothing from then on. Not constant-time.
 */
final class PointSums {

    private final Curve256 curve;
    private final Field256 field;
    private final int slots;
    private final boolean[] broken;
    final long[] x;
    final long[] y;

    /** @param slots points of a group: those put in and those made */
    PointSums(Curve256 curve, int groups, int slots) {
        this.curve = curve;
        this.field = curve.field();
        this.slots = slots;
        this.broken = new boolean[groups];
        this.x = Field256.numbers(groups * slots);
        this.y = Field256.numbers(groups * slots);
    }

    int groups() {
        return broken.length;
    }

    boolean isBroken(int group) {
        return broken[group];
    }

    /** Where a point's coordinates are in the two arrays. */
    int at(int group, int slot) {
        return group * slots + slot;
    }

    /**
     * A pair of points of a group, whose sum and difference are to be made.
     *
     * @param target the slot of the sum; the difference goes to the next one
     */
    record Pair(int first, int second, int target) {}

    /** Makes the sums and differences of all pairs in all groups. */
    void combine(Pair... pairs) {
        long[] inverses = Field256.numbers(groups() * pairs.length);
        for (int group = 0; group < groups(); group++) {
            for (int i = 0; i < pairs.length; i++) {
                int at = group * pairs.length + i;
                Field256.subtract(x, at(group, pairs[i].second), x, at(group, pairs[i].first), inverses, at);
                if (field.isZero(inverses, at)) {
                    broken[group] = true;
                    Field256.copy(field.one(), 0, inverses, at);
                }
            }
        }
        curve.powers().invertAll(inverses, groups() * pairs.length);
        Line line = new Line();
        for (int group = 0; group < groups(); group++) {
            for (int i = 0; i < pairs.length; i++) {
                line.combine(group, pairs[i], inverses, group * pairs.length + i);
            }
        }
    }

    /** Through two points, or through one and the other's opposite. */
    private final class Line {

        private final long[] slope = new long[Field256.LIMBS];
        private final long[] minusY = new long[Field256.LIMBS];
        private final long[] fall = new long[Field256.LIMBS];

        void combine(int group, Pair pair, long[] inverses, int inverse) {
            int first = at(group, pair.first);
            int second = at(group, pair.second);
            Field256.subtract(y, second, y, first, slope, 0);
            field.multiply(slope, 0, inverses, inverse, slope, 0);
            third(first, second, at(group, pair.target));
            Field256.negate(y, second, minusY, 0);
            Field256.subtract(minusY, 0, y, first, slope, 0);
            field.multiply(slope, 0, inverses, inverse, slope, 0);
            third(first, second, at(group, pair.target + 1));
        }

        /** The opposite of the line's third point. */
        private void third(int first, int second, int target) {
            field.square(slope, 0, x, target);
            Field256.subtract(x, target, x, first, x, target);
            Field256.subtract(x, target, x, second, x, target);
            field.tidy(x, target);
            Field256.subtract(x, first, x, target, fall, 0);
            field.multiply(fall, 0, slope, 0, y, target);
            Field256.subtract(y, target, y, first, y, target);
            field.tidy(y, target);
        }
    }
}
