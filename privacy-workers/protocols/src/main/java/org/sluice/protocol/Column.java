package org.sluice.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Rows of equal width side by side in one array, immutable: a million elements are one object.
 *
 * <p>Rows compare as unsigned big-endian numbers.
 */
public final class Column {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int width;

    private Column(byte[] bytes, int width) {
        if (width < 1) {
            throw new IllegalArgumentException("A row must be at least one byte wide, not " + width);
        }
        if (bytes.length % width != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes do not divide into rows of " + width);
        }
        this.bytes = bytes;
        this.width = width;
    }

    /** Takes a copy of rows that this party made itself. */
    public static Column of(byte[] bytes, int width) {
        return new Column(bytes.clone(), width);
    }

    /** Takes the array over without a copy: it belongs to the column from now on, and the caller must not write to it. */
    public static Column owning(byte[] bytes, int width) {
        return new Column(bytes, width);
    }

    public int count() {
        return bytes.length / width;
    }

    public int width() {
        return width;
    }

    /** A copy of one row. */
    public byte[] row(int index) {
        return rows(index, index + 1);
    }

    /** A copy of the rows {@code from} (inclusive) to {@code to} (exclusive), end to end. */
    public byte[] rows(int from, int to) {
        return Arrays.copyOfRange(bytes, from * width, to * width);
    }

    /** Writes the rows {@code from} (inclusive) to {@code to} (exclusive) into the target, beginning at the offset. */
    public void copyRows(int from, int to, byte[] target, int offset) {
        System.arraycopy(bytes, from * width, target, offset, (to - from) * width);
    }

    /** The same rows, {@code from} (inclusive) to {@code to} (exclusive), as a column. */
    public Column slice(int from, int to) {
        return new Column(rows(from, to), width);
    }

    /** The first byte of a row, without a sign. */
    public int firstByte(int index) {
        return bytes[index * width] & 0xff;
    }

    /** Eight bytes of a row as a big-endian number, from this byte of the row on. */
    public long longAt(int index, int offset) {
        if (offset < 0 || offset + Long.BYTES > width) {
            throw new IndexOutOfBoundsException("A row of " + width + " bytes has no eight bytes from " + offset);
        }
        return (long) LONGS.get(bytes, index * width + offset);
    }

    /** The rows with these indexes, in their order. */
    public Column rowsAt(int[] indexes) {
        byte[] chosen = new byte[Math.multiplyExact(indexes.length, width)];
        for (int i = 0; i < indexes.length; i++) {
            System.arraycopy(bytes, indexes[i] * width, chosen, i * width, width);
        }
        return new Column(chosen, width);
    }

    /** The indexes of the rows in ascending order of the rows; equal rows in the order in which they stand. */
    public int[] ascendingOrder() {
        return RowSort.order(bytes, width);
    }

    /** The same rows in ascending order: what is left of the order in which they were put in is nothing. */
    public Column sorted() {
        return rowsAt(ascendingOrder());
    }

    /** The rows in ascending order, each once. */
    public Column distinct() {
        return rowsAt(firstOfEach());
    }

    /** For each distinct row the index of the first that equals it, in ascending order of the rows. */
    public int[] firstOfEach() {
        return RowSort.firstOfEach(bytes, width);
    }

    public boolean isAscending() {
        for (int i = 1; i < count(); i++) {
            if (compareRows(i - 1, i) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether each row is greater than the one before. */
    public boolean ascendsStrictly() {
        for (int i = 1; i < count(); i++) {
            if (compareRows(i - 1, i) >= 0) {
                return false;
            }
        }
        return true;
    }

    public boolean hasRepeats() {
        return firstOfEach().length < count();
    }

    /** How many rows this column and the other have in common; both must be ascending and without repeats. */
    public int countInCommon(Column other) {
        return indexesInCommon(other).length;
    }

    /** The ascending indexes of the rows that the other column holds too; both must be ascending and without repeats. */
    public int[] indexesInCommon(Column other) {
        int[] common = new int[Math.min(count(), other.count())];
        int found = 0;
        for (int i = 0, j = 0; i < count() && j < other.count(); ) {
            int order = compare(i, other, j);
            if (order == 0) {
                common[found++] = i;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return Arrays.copyOf(common, found);
    }

    /** The ascending indexes of the rows that the other column holds too, whatever the order and the repeats of either. */
    public int[] indexesFoundIn(Column other) {
        int[] order = ascendingOrder();
        int[] others = other.ascendingOrder();
        int found = 0;
        for (int i = 0, j = 0; i < order.length && j < others.length; ) {
            int sign = compare(order[i], other, others[j]);
            if (sign == 0) {
                order[found++] = order[i];
            }
            i += sign <= 0 ? 1 : 0;
            j += sign > 0 ? 1 : 0;
        }
        int[] indexes = Arrays.copyOf(order, found);
        Arrays.sort(indexes);
        return indexes;
    }

    private int compare(int row, Column other, int othersRow) {
        return Arrays.compareUnsigned(
                bytes,
                row * width,
                (row + 1) * width,
                other.bytes,
                othersRow * other.width,
                (othersRow + 1) * other.width);
    }

    private int compareRows(int a, int b) {
        return compare(a, this, b);
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
