package org.sluice.protocol;

import java.util.Arrays;

/**
 * Rows of equal width side by side in one array, immutable: a million elements are one object.
 *
 * <p>Rows compare as unsigned big-endian numbers.
 */
public final class Column {

    private final byte[] bytes;
    private final int width;

    private Column(byte[] bytes, int width) {
        this.bytes = bytes;
        this.width = width;
    }

    /** Takes a copy of rows that this party made itself. */
    public static Column of(byte[] bytes, int width) {
        if (width < 1) {
            throw new IllegalArgumentException("A row must be at least one byte wide, not " + width);
        }
        if (bytes.length % width != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes do not divide into rows of " + width);
        }
        return new Column(bytes.clone(), width);
    }

    public int count() {
        return bytes.length / width;
    }

    public int width() {
        return width;
    }

    /** A copy of one row. */
    public byte[] row(int index) {
        return Arrays.copyOfRange(bytes, index * width, (index + 1) * width);
    }

    /** A copy of the rows {@code from} (inclusive) to {@code to} (exclusive), end to end. */
    public byte[] rows(int from, int to) {
        return Arrays.copyOfRange(bytes, from * width, to * width);
    }

    /** The same rows in ascending order: what is left of the order in which they were put in is nothing. */
    public Column sorted() {
        byte[][] rows = new byte[count()][];
        Arrays.setAll(rows, this::row);
        Arrays.sort(rows, Arrays::compareUnsigned);
        return join(rows, width);
    }

    /** The rows in ascending order, each once. */
    public Column distinct() {
        Column sorted = sorted();
        byte[] kept = new byte[bytes.length];
        int count = 0;
        for (int i = 0; i < sorted.count(); i++) {
            if (i == 0 || sorted.compareRows(i - 1, i) != 0) {
                System.arraycopy(sorted.bytes, i * width, kept, count++ * width, width);
            }
        }
        return new Column(Arrays.copyOf(kept, count * width), width);
    }

    public boolean isAscending() {
        for (int i = 1; i < count(); i++) {
            if (compareRows(i - 1, i) > 0) {
                return false;
            }
        }
        return true;
    }

    public boolean hasRepeats() {
        return distinct().count() < count();
    }

    /** How many rows this column and the other have in common; both must be ascending and without repeats. */
    public int countInCommon(Column other) {
        int common = 0;
        for (int i = 0, j = 0; i < count() && j < other.count(); ) {
            int order = Arrays.compareUnsigned(row(i), other.row(j));
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    private int compareRows(int a, int b) {
        return Arrays.compareUnsigned(bytes, a * width, (a + 1) * width, bytes, b * width, (b + 1) * width);
    }

    private static Column join(byte[][] rows, int width) {
        byte[] joined = new byte[Math.multiplyExact(rows.length, width)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, joined, i * width, width);
        }
        return new Column(joined, width);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Column that && width == that.width && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Column of " + count() + " rows of " + width + " bytes";
    }
}
