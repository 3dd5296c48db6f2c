package org.sluice.protocol;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Bytes that only their owner may see.
 *
 * <p>The content shows in no string, no hash code and no serial form; comparison takes the same time wherever the bytes
 * differ. Reading goes through {@link #use}, so that every place which reads a secret can be found by that word.
 *
 * <p>{@link #destroy} overwrites what this object holds. The garbage collector may have copied the array before, and
 * the virtual machine gives no way to reach such a copy: destroying shortens the life of a secret and proves nothing.
 */
public final class Secret {

    private final byte[] bytes;
    private boolean destroyed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy; the caller stays responsible for wiping its own array. */
    public static Secret copyOf(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    public static Secret random(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new Secret(bytes);
    }

    /** Lends the reader a copy that is wiped when the reader returns; the reader must not keep or return the array. */
    public <T> T use(Function<byte[], T> reader) {
        byte[] lent = copy();
        try {
            return reader.apply(lent);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    private synchronized byte[] copy() {
        if (destroyed) {
            throw new IllegalStateException("The secret has been destroyed");
        }
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /** Overwrites the bytes; any later {@link #use} fails. May be called twice. */
    public synchronized void destroy() {
        Arrays.fill(bytes, (byte) 0);
        destroyed = true;
    }

    /** Constant time for secrets of equal length. A destroyed secret equals only itself. */
    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Secret that && !isDestroyed() && !that.isDestroyed() && sameBytes(that);
    }

    private boolean sameBytes(Secret that) {
        return MessageDigest.isEqual(bytes, that.bytes);
    }

    private synchronized boolean isDestroyed() {
        return destroyed;
    }

    /** The length alone: a hash of the content would be a fingerprint of it. */
    @Override
    public int hashCode() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "Secret of " + bytes.length + " bytes";
    }
}
