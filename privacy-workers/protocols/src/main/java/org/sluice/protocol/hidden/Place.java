package org.sluice.protocol.hidden;

import org.sluice.protocol.Column;

/** Where a record belongs, four uniform numbers: its tag, its two bins, its key in the map of choices. */
record Place(long tag, long first, long second, long choice) {

    static final int LENGTH = 4 * Long.BYTES;

    static Place at(Column places, int index) {
        return new Place(
                places.longAt(index, 0),
                places.longAt(index, Long.BYTES),
                places.longAt(index, 2 * Long.BYTES),
                places.longAt(index, 3 * Long.BYTES));
    }
}
