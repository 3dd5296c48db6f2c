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
        int[] starts = new int[PARTS + 1];
        for (int i = 0; i < count; i += Steps.FEW) {
            count(unsorted, i, Steps.end(i, count), starts);
        }
        for (int part = 0; part < PARTS; part++) {
            starts[part + 1] += starts[part];
        }
        int[] next = Arrays.copyOf(starts, PARTS);
        int[] order = new int[count];
        for (int i = 0; i < count; i += Steps.FEW) {
            place(unsorted, i, Steps.end(i, count), next, order);
        }
        byte[] sorted = new byte[count * width];
        cores.run(PARTS, part -> sort(unsorted, order, starts[part], starts[part + 1], sorted));
        return new Ascending(Column.owning(sorted, width), order);
    }

    /** How many rows begin with each byte, one place further on. */
    private static void count(Column rows, int from, int to, int[] counts) {
        for (int i = from; i < to; i++) {
            counts[1 + rows.firstByte(i)]++;
        }
    }

    private static void place(Column rows, int from, int to, int[] next, int[] order) {
        for (int i = from; i < to; i++) {
            order[next[rows.firstByte(i)]++] = i;
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
