package org.sluice.worker.bench;

import org.sluice.protocol.Column;
import org.sluice.protocol.hidden.Entries;

/** A list of made-up identifiers of 16 bytes, each with a value of 64. */
record MadeUpList(Column ids) implements Entries {

    private static final int VALUE = 64;

    static MadeUpList of(int size) {
        return new MadeUpList(MadeUp.elements(Role.LEARNER, size));
    }

    @Override
    public int count() {
        return ids.count();
    }

    @Override
    public byte[] id(int index) {
        return ids.row(index);
    }

    /** The identifier four times over. */
    @Override
    public byte[] value(int index) {
        byte[] value = new byte[VALUE];
        for (int from = 0; from < VALUE; from += MadeUp.WIDTH) {
            ids.copyRows(index, index + 1, value, from);
        }
        return value;
    }
}
