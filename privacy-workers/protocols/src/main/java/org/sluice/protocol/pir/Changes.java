package org.sluice.protocol.pir;

import java.util.Map;
import java.util.TreeMap;

/** Bytes of a table that are not what they were, each as a difference; a byte that is changed twice counts once. */
public final class Changes {

    private final Map<Long, Integer> differences = new TreeMap<>();

    void add(int column, int row, int difference) {
        long place = ((long) column << Integer.SIZE) | row;
        if (differences.merge(place, difference, Integer::sum) == 0) {
            differences.remove(place);
        }
    }

    public boolean areNone() {
        return differences.isEmpty();
    }

    /** The update that leads from the hint to the one of the next version, and that next hint. */
    public HintUpdate updateOf(Hint hint) {
        int[] columns = new int[differences.size()];
        int[] rows = new int[columns.length];
        short[] by = new short[columns.length];
        int i = 0;
        for (Map.Entry<Long, Integer> entry : differences.entrySet()) {
            columns[i] = (int) (entry.getKey() >> Integer.SIZE);
            rows[i] = entry.getKey().intValue();
            by[i++] = entry.getValue().shortValue();
        }
        return HintUpdate.from(hint, columns, rows, by);
    }
}
