package org.sluice.worker.masks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.sluice.protocol.Column;
import org.sluice.protocol.Secret;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.unbalanced.Masks;

/**
 * A version of a data set with its masks, as one file: handle, key, width and number of the identifiers, these themselves, the
 * masks in their own form, and SHA-256 over everything before.
 *
 * @param identifiers ascending, each once
 */
record KeptList(String handle, Secret key, Column identifiers, Masks masks) {

    private static final int MOST_WIDTH = 1 << 10;

    /** What is in one set and not in another. */
    record Difference(Column added, Column removed) {}

    void writeTo(OutputStream out) throws IOException {
        MessageDigest sha256 = Hashing.SHA_256.digest();
        DataOutputStream data = new DataOutputStream(new DigestOutputStream(out, sha256));
        data.writeUTF(handle);
        byte[] secret = key.use(byte[]::clone);
        data.writeInt(secret.length);
        data.write(secret);
        Arrays.fill(secret, (byte) 0);
        data.writeInt(identifiers.width());
        data.writeInt(identifiers.count());
        for (int i = 0; i < identifiers.count(); i++) {
            data.write(identifiers.row(i));
        }
        byte[] masked = masks.toBytes();
        data.writeInt(masked.length);
        data.write(masked);
        data.flush();
        out.write(sha256.digest());
    }

    /**
     * @throws IOException if it cannot be read or ends too early
     * @throws IllegalArgumentException if it is not what was written
     */
    static KeptList read(Path file) throws IOException {
        long size = Files.size(file);
        MessageDigest sha256 = Hashing.SHA_256.digest();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            DataInputStream in = new DataInputStream(new DigestInputStream(bytes, sha256));
            String handle = in.readUTF();
            Secret key = Secret.copyOf(read(in, in.readInt(), size));
            int width = in.readInt();
            if (width < 1 || width > MOST_WIDTH) {
                throw new IllegalArgumentException("identifiers of " + width + " bytes");
            }
            byte[] rows = read(in, (long) in.readInt() * width, size);
            byte[] masks = read(in, in.readInt(), size);
            if (!MessageDigest.isEqual(sha256.digest(), bytes.readAllBytes())) {
                throw new IllegalArgumentException("it is not what was written");
            }
            return new KeptList(handle, key, Column.owning(rows, width), Masks.of(masks));
        }
    }

    private static byte[] read(DataInputStream in, long length, long size) throws IOException {
        if (length < 0 || length > size) {
            throw new IllegalArgumentException("a part of " + length + " bytes");
        }
        byte[] part = new byte[(int) length];
        in.readFully(part);
        return part;
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
