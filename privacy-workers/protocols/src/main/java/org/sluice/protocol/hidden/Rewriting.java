package org.sluice.protocol.hidden;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.oprf.Evaluator;
import org.sluice.protocol.pir.Changes;
import org.sluice.protocol.pir.Database;
import org.sluice.protocol.pir.HintUpdate;

/** Makes the next version of a list out of a copy of its table. */
final class Rewriting {

    private final Publication before;
    private final Database table;
    private final Occupancy occupancy;
    private final SecureRandom random;
    private final RecordCipher cipher;
    private final int version;
    private final Changes changed = new Changes();

    Rewriting(Publication before, Database table, Occupancy occupancy, SecureRandom random) {
        this.before = before;
        this.table = table;
        this.occupancy = occupancy;
        this.random = random;
        this.cipher = before.cipher();
        this.version = Math.toIntExact(before.version() + 1);
    }

    Revision run(Evaluator evaluator, List<Change> changes, Cores cores) {
        Column outputs = evaluator.outputs(changes.stream().map(Change::id).toList(), cores);
        if (outputs.hasRepeats()) {
            throw new IllegalArgumentException("A revision changes an identifier twice");
        }
        for (int i = 0; i < changes.size(); i++) {
            apply(changes.get(i), outputs.row(i));
        }
        HintUpdate update = changed.updateOf(before.hint());
        HiddenList next = new HiddenList(evaluator, table, occupancy, before.with(update.appliedTo(before.hint())));
        return new Revision(next, update.toBytes());
    }

    private void apply(Change change, byte[] output) {
        Place place = cipher.place(output);
        int bin = before.bin(place);
        int slot = slotOf(place, bin);
        byte[] value = change.value();
        if (value != null) {
            write(bin, slot < 0 ? occupancy.take(bin) : slot, cipher.seal(output, place.tag(), version, value));
            return;
        }
        if (slot < 0) {
            throw new IllegalArgumentException("A revision removes an identifier that is not in the list");
        }
        occupancy.free(bin, slot);
        write(bin, slot, filler());
    }

    /** Where in its bin a record with this tag stands, or -1. */
    private int slotOf(Place place, int bin) {
        byte[] column = table.column(bin);
        for (int slot = 0; slot < Layout.SLOTS; slot++) {
            long tag = ByteBuffer.wrap(column).getLong(slot * Layout.RECORD);
            if (tag == place.tag() && occupancy.holds(bin, slot)) {
                return slot;
            }
        }
        return -1;
    }

    private void write(int bin, int slot, byte[] record) {
        table.rewrite(bin, slot * Layout.RECORD, record, changed);
    }

    private byte[] filler() {
        byte[] bytes = new byte[Layout.RECORD];
        random.nextBytes(bytes);
        return Filling.filler(version, bytes);
    }
}
