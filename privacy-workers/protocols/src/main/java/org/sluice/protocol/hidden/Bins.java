package org.sluice.protocol.hidden;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.sluice.protocol.Column;

/** An assignment of records to slots: each stands in the emptier of its two bins. */
final class Bins {

    private final int[] slots;
    private final BitSet seconds = new BitSet();
    private final int[] loads;

    private Bins(int records, int bins) {
        this.slots = new int[records];
        this.loads = new int[bins];
    }

    /**
     * Places records in the order of their tags, so that where one stands in a bin tells nothing of the list's order;
     * nothing if a bin overflows.
     */
    static Optional<Bins> assign(Column places, Layout layout) {
        Bins bins = new Bins(places.count(), layout.bins());
        for (int record : places.ascendingOrder()) {
            Place place = Place.at(places, record);
            int first = layout.first(place);
            int second = layout.second(place);
            boolean takesSecond = bins.loads[second] < bins.loads[first];
            int bin = takesSecond ? second : first;
            if (bins.loads[bin] == Layout.SLOTS) {
                return Optional.empty();
            }
            bins.seconds.set(record, takesSecond);
            bins.slots[record] = bin * Layout.SLOTS + bins.loads[bin]++;
        }
        return Optional.of(bins);
    }

    BitSet seconds() {
        return seconds;
    }

    /** For each slot of the table the record in it, or -1. */
    int[] recordsBySlot() {
        int[] records = new int[loads.length * Layout.SLOTS];
        Arrays.fill(records, -1);
        for (int record = 0; record < slots.length; record++) {
            records[slots[record]] = record;
        }
        return records;
    }

    /** For each bin a bit for each slot that holds a record. */
    int[] occupied() {
        int[] occupied = new int[loads.length];
        for (int bin = 0; bin < loads.length; bin++) {
            occupied[bin] = (1 << loads[bin]) - 1;
        }
        return occupied;
    }
}
