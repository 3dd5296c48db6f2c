package org.sluice.protocol.psi.rr22;

import java.util.Arrays;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Steps;

/** Tags in ascending order, and where each stood; sorted on all cores, by their first byte into parts. */
final class Ascending {

    private static final int PARTS = 256;

    private final Column tags;
    private final int[] order;

    private Ascending(Column tags, int[] order) {
        this.tags = tags;
        this.order = order;
    }

    static Ascending of(Column unsorted, Cores cores) {
        int count = unsorted.count();
        int width = unsorted.width();
        byte[] rows = unsorted.rows(0, count);
        int[] starts = new int[PARTS + 1];
        for (int i = 0; i < count; i += Steps.FEW) {
            count(rows, width, i, Steps.end(i, count), starts);
        }
        for (int part = 0; part < PARTS; part++) {
            starts[part + 1] += starts[part];
        }
        int[] next = Arrays.copyOf(starts, PARTS);
        int[] order = new int[count];
        for (int i = 0; i < count; i += Steps.FEW) {
            place(rows, width, i, Steps.end(i, count), next, order);
        }
        byte[] sorted = new byte[rows.length];
        cores.run(PARTS, part -> sort(unsorted, order, starts[part], starts[part + 1], sorted));
        return new Ascending(Column.owning(sorted, width), order);
    }

    /** How many rows begin with each byte, one place further on. */
    private static void count(byte[] rows, int width, int from, int to, int[] counts) {
        for (int i = from; i < to; i++) {
            counts[1 + (rows[i * width] & 0xff)]++;
        }
    }

    private static void place(byte[] rows, int width, int from, int to, int[] next, int[] order) {
        for (int i = from; i < to; i++) {
            order[next[rows[i * width] & 0xff]++] = i;
        }
    }

    private static void sort(Column unsorted, int[] order, int from, int to, byte[] sorted) {
        int[] some = Arrays.copyOfRange(order, from, to);
        Column rows = unsorted.rowsAt(some);
        int[] inner = rows.ascendingOrder();
        for (int i = 0; i < inner.length; i++) {
            order[from + i] = some[inner[i]];
        }
        rows.rowsAt(inner).copyRows(0, inner.length, sorted, from * unsorted.width());
    }

    static boolean isStrictly(Column tags) {
        int width = tags.width();
        byte[] rows = tags.rows(0, tags.count());
        for (int at = width; at < rows.length; at += width) {
            if (Arrays.compareUnsigned(rows, at - width, at, rows, at, at + width) >= 0) {
                return false;
            }
        }
        return true;
    }

    Column tags() {
        return tags;
    }

    /** Where those stood that are among the others, which ascend strictly too. */
    int[] placesIn(Column others) {
        int[] common = tags.indexesInCommon(others);
        for (int i = 0; i < common.length; i++) {
            common[i] = order[common[i]];
        }
        return common;
    }
}
