package org.sluice.protocol.hidden;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.oprf.OprfKey;
import org.sluice.protocol.pir.Database;

/**
 * A list as its owner keeps it: "SHK1" (4), the publication's length (4) and the publication, for each bin its slots in use
 * (4), the table's length (4) and the table.
 */
final class KeptList {

    private static final int MAGIC = 0x53484b31;

    private KeptList() {}

    static void write(Publication publication, Occupancy occupancy, Database table, DataOutputStream out)
            throws IOException {
        out.writeInt(MAGIC);
        write(publication.toBytes(), out);
        for (int bin = 0; bin < occupancy.bins(); bin++) {
            out.writeInt(occupancy.of(bin));
        }
        write(table.toBytes(), out);
        out.flush();
    }

    static HiddenList read(DataInputStream in, OprfKey key) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IllegalArgumentException("A kept list does not begin as one");
        }
        Publication publication = publication(bytes(in));
        if (!Arrays.equals(publication.publicKey(), key.publicKey())) {
            throw new IllegalArgumentException("The list was set up with another key");
        }
        int[] slots = new int[publication.layout().bins()];
        for (int bin = 0; bin < slots.length; bin++) {
            slots[bin] = in.readInt();
        }
        Database table = Database.of(bytes(in));
        if (!table.shape().equals(publication.layout().shape())) {
            throw new IllegalArgumentException("The table of a kept list has another shape than its publication");
        }
        return new HiddenList(key.evaluator(), table, new Occupancy(slots), publication);
    }

    private static Publication publication(byte[] bytes) {
        try {
            return Publication.of(bytes);
        } catch (Misbehaviour altered) {
            throw new IllegalArgumentException("A kept list has no publication: " + altered.getMessage());
        }
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new IllegalArgumentException("A part of a kept list has no length");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
