package org.sluice.protocol.hidden;

import java.util.Arrays;

/** Which slots of a table hold a record; the others hold random bytes and look alike. Not for several threads. */
final class Occupancy {

    private final int[] slots;

    /** @param slots for each bin a bit for each slot in use */
    Occupancy(int[] slots) {
        this.slots = slots;
    }

    Occupancy copy() {
        return new Occupancy(slots.clone());
    }

    int bins() {
        return slots.length;
    }

    /** A bit for each slot of a bin. */
    int of(int bin) {
        return slots[bin];
    }

    int records() {
        return Arrays.stream(slots).map(Integer::bitCount).sum();
    }

    boolean holds(int bin, int slot) {
        return ((slots[bin] >> slot) & 1) == 1;
    }

    /** Takes the first free slot of a bin. */
    int take(int bin) {
        int slot = Integer.numberOfTrailingZeros(~slots[bin]);
        if (slot >= Layout.SLOTS) {
            throw new Overflow();
        }
        slots[bin] |= 1 << slot;
        return slot;
    }

    void free(int bin, int slot) {
        slots[bin] &= ~(1 << slot);
    }
}
