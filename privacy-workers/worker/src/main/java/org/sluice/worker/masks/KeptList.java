package org.sluice.worker.masks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.unbalanced.Masks;

/**
 * A version of a data set with its masks, as one file: handle, width and number of the identifiers, these themselves, and
 * the masks in their own form, which ends with a hash.
 *
 * @param identifiers ascending, each once
 */
record KeptList(String handle, Column identifiers, Masks masks) {

    /** What is in one set and not in another. */
    record Difference(Column added, Column removed) {}

    void writeTo(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeUTF(handle);
        data.writeInt(identifiers.width());
        data.writeInt(identifiers.count());
        for (int i = 0; i < identifiers.count(); i++) {
            data.write(identifiers.row(i));
        }
        data.write(masks.toBytes());
        data.flush();
    }

    /**
     * @throws IOException if it cannot be read or ends too early
     * @throws IllegalArgumentException if it is not what was written
     */
    static KeptList read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            String handle = in.readUTF();
            int width = in.readInt();
            int count = in.readInt();
            if (width < 1 || width > 1 << 10 || count < 0 || (long) width * count > Files.size(file)) {
                throw new IllegalArgumentException("its numbers are out of their range");
            }
            byte[] rows = new byte[width * count];
            in.readFully(rows);
            return new KeptList(handle, Column.owning(rows, width), Masks.of(in.readAllBytes()));
        }
    }

    /** Both are ascending. */
    Difference differenceTo(Column later) {
        byte[] added = new byte[later.count() * later.width()];
        byte[] removed = new byte[identifiers.count() * identifiers.width()];
        int addedLength = 0;
        int removedLength = 0;
        int i = 0;
        int j = 0;
        while (i < identifiers.count() || j < later.count()) {
            int order = i == identifiers.count()
                    ? 1
                    : j == later.count() ? -1 : Arrays.compareUnsigned(identifiers.row(i), later.row(j));
            if (order < 0) {
                identifiers.copyRows(i, i + 1, removed, removedLength);
                removedLength += identifiers.width();
                i++;
            } else if (order > 0) {
                later.copyRows(j, j + 1, added, addedLength);
                addedLength += later.width();
                j++;
            } else {
                i++;
                j++;
            }
        }
        return new Difference(
                Column.owning(Arrays.copyOf(added, addedLength), later.width()),
                Column.owning(Arrays.copyOf(removed, removedLength), identifiers.width()));
    }
}
