package org.sluice.protocol.psi.unbalanced;

import java.util.Arrays;
import org.sluice.protocol.Column;

/** Rows of one width in ascending order, each once, side by side in one array; immutable. */
final class TagSet {

    private final byte[] rows;
    private final int width;

    private TagSet(byte[] rows, int width) {
        this.rows = rows;
        this.width = width;
    }

    static TagSet empty(int width) {
        return new TagSet(new byte[0], width);
    }

    /** The rows of a column, in whatever order they stand there; repeats fall away. */
    static TagSet of(Column column) {
        return ascending(column.distinct());
    }

    /** @throws IllegalArgumentException unless the rows ascend and none stands twice */
    static TagSet ascending(Column column) {
        TagSet set = new TagSet(column.rows(0, column.count()), column.width());
        for (int i = 1; i < set.count(); i++) {
            if (set.compare(i - 1, set, i) >= 0) {
                throw new IllegalArgumentException("Masks do not ascend");
            }
        }
        return set;
    }

    int count() {
        return rows.length / width;
    }

    int width() {
        return width;
    }

    Column column() {
        return Column.owning(rows, width);
    }

    /** The rows of either. */
    TagSet plus(TagSet other) {
        byte[] merged = new byte[Math.addExact(rows.length, other.rows.length)];
        int filled = 0;
        for (int i = 0, j = 0; i < count() || j < other.count(); filled += width) {
            int order = order(i, other, j);
            if (order <= 0) {
                System.arraycopy(rows, i++ * width, merged, filled, width);
            } else {
                System.arraycopy(other.rows, j * width, merged, filled, width);
            }
            j += order >= 0 ? 1 : 0;
        }
        return new TagSet(Arrays.copyOf(merged, filled), width);
    }

    /** The rows of this one that are not in the other. */
    TagSet minus(TagSet other) {
        byte[] kept = new byte[rows.length];
        int filled = 0;
        for (int i = 0, j = 0; i < count(); ) {
            int order = order(i, other, j);
            if (order < 0) {
                System.arraycopy(rows, i * width, kept, filled, width);
                filled += width;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new TagSet(Arrays.copyOf(kept, filled), width);
    }

    /** Ascending indexes of the tags that are among the rows. */
    int[] find(Column tags) {
        int[] found = new int[tags.count()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (holds(tags.row(i))) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private boolean holds(byte[] tag) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(tag, 0, width, rows, middle * width, (middle + 1) * width);
            if (order == 0) {
                return true;
            }
            low = order > 0 ? middle + 1 : low;
            high = order < 0 ? middle : high;
        }
        return false;
    }

    /** An index at the end stands behind everything. */
    private int order(int row, TagSet other, int othersRow) {
        if (row == count()) {
            return 1;
        }
        return othersRow == other.count() ? -1 : compare(row, other, othersRow);
    }

    private int compare(int row, TagSet other, int othersRow) {
        return Arrays.compareUnsigned(
                rows, row * width, (row + 1) * width, other.rows, othersRow * width, (othersRow + 1) * width);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TagSet that && width == that.width && Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(rows);
    }
}
