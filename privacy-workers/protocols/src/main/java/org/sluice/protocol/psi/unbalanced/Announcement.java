package org.sluice.protocol.psi.unbalanced;

import java.nio.ByteBuffer;
import org.sluice.protocol.Misbehaviour;

/** What the server says of its list before it sends masks: version, width, how many go and come, and the public key. */
final class Announcement {

    private static final int FIXED = Masks.Stamp.LENGTH + 2 + 2 * Integer.BYTES;

    private final Masks.Stamp stamp;
    private final boolean whole;
    private final int width;
    private final int removed;
    private final int added;
    private final byte[] publicKey;

    private Announcement(ByteBuffer in) {
        this.stamp = Masks.Stamp.read(in);
        this.whole = flag(in.get());
        this.width = in.get();
        this.removed = in.getInt();
        this.added = in.getInt();
        this.publicKey = new byte[in.remaining()];
        in.get(publicKey);
    }

    private static boolean flag(byte value) {
        if (value != 0 && value != 1) {
            throw new Misbehaviour("An announcement is neither of a whole list nor of changes");
        }
        return value == 1;
    }

    static int length(ListFunction function) {
        return FIXED + function.keyLength();
    }

    /** Reads a frame's content; numbers below zero are misbehaviour. */
    static Announcement read(ByteBuffer in) {
        Announcement read = new Announcement(in);
        if (read.stamp.version() < 0 || read.removed < 0 || read.added < 0 || !Masks.isWidth(read.width)) {
            throw new Misbehaviour("A number of an announcement is out of its range");
        }
        return read;
    }

    /** @param whole the changes lead from nothing to the masks, not from an earlier version */
    static byte[] of(Masks masks, boolean whole, Changes changes) {
        byte[] key = masks.publicKey();
        return ByteBuffer.allocate(FIXED + key.length)
                .put(masks.stamp().bytes())
                .put((byte) (whole ? 1 : 0))
                .put((byte) masks.width())
                .putInt(changes.removed().count())
                .putInt(changes.added().count())
                .put(key)
                .array();
    }

    Masks.Stamp stamp() {
        return stamp;
    }

    boolean whole() {
        return whole;
    }

    int width() {
        return width;
    }

    int removed() {
        return removed;
    }

    int added() {
        return added;
    }

    byte[] publicKey() {
        return publicKey.clone();
    }
}
