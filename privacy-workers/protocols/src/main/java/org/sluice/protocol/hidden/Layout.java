package org.sluice.protocol.hidden;

import org.sluice.protocol.pir.Shape;

/**
 * How records stand in a table: a column is a bin of 24 records, one after the other.
 *
 * @param bins a positive multiple of four
 */
record Layout(int bins) {

    static final int TAG = 8;
    static final int VERSION = 4;

    /** Greatest length of a value. */
    static final int VALUE = 64;

    static final int MAC = 12;
    static final int RECORD = TAG + VERSION + VALUE + MAC;
    static final int SLOTS = 24;

    /** With 24 slots a bin, one in thousands of lists overflows. */
    private static final int AVERAGE = 21;

    Layout {
        if (bins < 1 || bins % Shape.COLUMNS_PER_WORD != 0) {
            throw new IllegalArgumentException("Bins come in fours, " + bins + " do not");
        }
    }

    static Layout holding(int records) {
        return new Layout(
                Shape.holding(SLOTS * RECORD, (records + AVERAGE - 1) / AVERAGE).columns());
    }

    Shape shape() {
        return new Shape(SLOTS * RECORD, bins);
    }

    int first(Place place) {
        return reduced(place.first(), bins);
    }

    /** Never the first one. */
    int second(Place place) {
        return (first(place) + 1 + reduced(place.second(), bins - 1)) % bins;
    }

    private static int reduced(long uniform, int range) {
        return (int) Math.multiplyHigh(uniform >>> 1, 2L * range);
    }
}
