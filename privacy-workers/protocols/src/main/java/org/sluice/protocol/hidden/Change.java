package org.sluice.protocol.hidden;

import org.jspecify.annotations.Nullable;

/** One thing that a revision does to a list. */
public final class Change {

    private final byte[] id;
    private final byte @Nullable [] value;

    private Change(byte[] id, byte @Nullable [] value) {
        this.id = id;
        this.value = value;
    }

    /** A new value for an identifier, whether or not it is in the list. */
    public static Change put(byte[] id, byte[] value) {
        if (value.length > Layout.VALUE) {
            throw new IllegalArgumentException("A value has at most 64 bytes, not " + value.length);
        }
        return new Change(id.clone(), value.clone());
    }

    public static Change remove(byte[] id) {
        return new Change(id.clone(), null);
    }

    byte[] id() {
        return id;
    }

    /** Nothing where the identifier goes. */
    byte @Nullable [] value() {
        return value;
    }
}
