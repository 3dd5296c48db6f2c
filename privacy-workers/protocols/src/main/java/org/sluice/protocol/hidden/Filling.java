package org.sluice.protocol.hidden;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.Prg;
import org.sluice.protocol.pir.Database;
import org.sluice.protocol.pir.Shape;

/** Seals all records into a new table; what is free is filled with what looks like them. */
final class Filling {

    private static final int GROUP = Shape.COLUMNS_PER_WORD;
    private static final int GROUPS_AT_ONCE = 16;

    private final Entries entries;
    private final Column outputs;
    private final Column places;
    private final byte[] salt;
    private final int version;

    Filling(Entries entries, Column outputs, Column places, byte[] salt, int version) {
        this.entries = entries;
        this.outputs = outputs;
        this.places = places;
        this.salt = salt;
        this.version = version;
    }

    Database table(Layout layout, Bins bins, SecureRandom random, Cores cores) {
        Database table = new Database(layout.shape());
        int[] records = bins.recordsBySlot();
        int groups = layout.bins() / GROUP;
        byte[] seeds = new byte[(groups + GROUPS_AT_ONCE - 1) / GROUPS_AT_ONCE * Blocks.LENGTH];
        random.nextBytes(seeds);
        cores.run(seeds.length / Blocks.LENGTH, part -> {
            RecordCipher cipher = new RecordCipher(salt);
            Prg fillers = new Prg(seeds, part * Blocks.LENGTH);
            int to = Math.min((part + 1) * GROUPS_AT_ONCE, groups);
            for (int group = part * GROUPS_AT_ONCE; group < to; group++) {
                byte[][] columns = new byte[GROUP][];
                for (int i = 0; i < GROUP; i++) {
                    columns[i] = bin(records, (group * GROUP + i) * Layout.SLOTS, cipher, fillers);
                }
                table.write(group, columns);
            }
        });
        return table;
    }

    private byte[] bin(int[] records, int firstSlot, RecordCipher cipher, Prg fillers) {
        ByteBuffer bin = ByteBuffer.allocate(Layout.SLOTS * Layout.RECORD);
        for (int slot = 0; slot < Layout.SLOTS; slot++) {
            int record = records[firstSlot + slot];
            bin.put(record < 0 ? filler(version, fillers.next(Layout.RECORD)) : sealed(record, cipher));
        }
        return bin.array();
    }

    private byte[] sealed(int record, RecordCipher cipher) {
        return cipher.seal(outputs.row(record), Place.at(places, record).tag(), version, entries.value(record));
    }

    /** Random bytes that look like a record of this version. */
    static byte[] filler(int version, byte[] random) {
        ByteBuffer.wrap(random).putInt(Layout.TAG, version);
        return random;
    }
}
