package org.sluice.protocol.okvs;

import java.util.Arrays;
import org.sluice.protocol.Steps;

/**
 * The order in which the rows of one bin fall: a row is peeled by a column that no other remaining row uses. What resists
 * (the 2-core) loses single rows to the gap until the rest falls.
 *
 * <p>A column is one number: how many rows use it, and the exclusive or of their indexes, which is the row itself where
 * there is but one.
 */
final class Peeling {

    private static final long ONE = 1L << 32;

    private final Placement placement;
    private final int start;
    private final int load;
    private final long[] columns;
    private final int[] stack;
    private final int[] rows;
    private final int[] pivots;
    private final int[] gap;
    private int height;
    private int peeled;
    private int gaps;

    /** @param gapLimit rows that the dense columns could take over; with more the bin is given up */
    Peeling(Placement placement, int bin, int gapLimit) {
        this.placement = placement;
        this.start = placement.start(bin);
        this.load = placement.load(bin);
        this.columns = new long[placement.shape().sparse()];
        this.stack = new int[columns.length];
        this.rows = new int[load];
        this.pivots = new int[load];
        this.gap = new int[gapLimit];
    }

    /** Peels; whether the gap stayed within its limit. */
    boolean run() {
        for (int row = 0; row < load; row += Steps.FEW) {
            enter(row, Steps.end(row, load));
        }
        for (int column = 0; column < columns.length; column += Steps.FEW) {
            push(column, Steps.end(column, columns.length));
        }
        peel();
        while (peeled + gaps < load) {
            if (gaps == gap.length) {
                return false;
            }
            int row = rowOfLightestColumn();
            gap[gaps++] = row;
            remove(row);
            peel();
        }
        return true;
    }

    private void enter(int from, int to) {
        for (int row = from; row < to; row++) {
            long sparse = placement.sparse(start + row);
            for (int i = 0; i < Shape.WEIGHT; i++) {
                int column = RowHash.position(sparse, i);
                columns[column] = (columns[column] + ONE) ^ row;
            }
        }
    }

    private void push(int from, int to) {
        for (int column = from; column < to; column++) {
            push(column);
        }
    }

    private void peel() {
        while (height > 0) {
            int column = stack[--height];
            if (columns[column] >>> 32 == 1) {
                int row = (int) columns[column];
                rows[peeled] = row;
                pivots[peeled++] = column;
                remove(row);
            }
        }
    }

    private void remove(int row) {
        long sparse = placement.sparse(start + row);
        for (int i = 0; i < Shape.WEIGHT; i++) {
            int column = RowHash.position(sparse, i);
            columns[column] = (columns[column] - ONE) ^ row;
            push(column);
        }
    }

    /** A column comes to a weight of one but once, so the stack holds each at most once. */
    private void push(int column) {
        if (columns[column] >>> 32 == 1) {
            stack[height++] = column;
        }
    }

    /** Runs but a few times in a run, and seldom at all: two scans. */
    private int rowOfLightestColumn() {
        int lightest = -1;
        for (int column = 0; column < columns.length; column++) {
            long weight = columns[column] >>> 32;
            if (weight > 1 && (lightest < 0 || weight < columns[lightest] >>> 32)) {
                lightest = column;
            }
        }
        boolean[] done = new boolean[load];
        for (int i = 0; i < peeled; i++) {
            done[rows[i]] = true;
        }
        for (int i = 0; i < gaps; i++) {
            done[gap[i]] = true;
        }
        for (int row = 0; row < load; row++) {
            if (!done[row] && uses(row, lightest)) {
                return row;
            }
        }
        throw new IllegalStateException("A column counts a row that is not there");
    }

    private boolean uses(int row, int column) {
        long sparse = placement.sparse(start + row);
        return RowHash.position(sparse, 0) == column
                || RowHash.position(sparse, 1) == column
                || RowHash.position(sparse, 2) == column;
    }

    int peeled() {
        return peeled;
    }

    /** The place in the placement of the row that fell as number {@code i}. */
    int place(int i) {
        return start + rows[i];
    }

    /** The column by which it fell; no row that fell later, and none of the gap, uses it. */
    int pivot(int i) {
        return pivots[i];
    }

    /** Places of the rows that peeling left to the dense columns. */
    int[] gap() {
        int[] places = Arrays.copyOf(gap, gaps);
        for (int i = 0; i < gaps; i++) {
            places[i] += start;
        }
        return places;
    }
}
