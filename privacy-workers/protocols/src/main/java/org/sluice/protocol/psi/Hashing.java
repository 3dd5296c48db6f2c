package org.sluice.protocol.psi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.sluice.protocol.Column;

/** The hash function of a suite, of 32 bytes: SHA-256 in the international ones, SM3 (GB/T 32905) in the national one. */
public enum Hashing {
    SHA_256 {
        @Override
        public MessageDigest digest() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java platform has SHA-256", impossible);
            }
        }
    },
    SM3_256 {
        @Override
        public MessageDigest digest() {
            return new SM3.Digest();
        }
    };

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** A fresh digest; not for use by several threads. */
    public abstract MessageDigest digest();

    /** The hash over a label and parts, each preceded by its length: no two different inputs are hashed as one. */
    public byte[] of(String label, byte[]... parts) {
        MessageDigest digest = digest();
        add(digest, label.getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : parts) {
            add(digest, part);
        }
        return digest.digest();
    }

    /**
     * For each row, in order, the first bytes of the hash over label, context and row. Nothing is allocated for a row.
     *
     * @param label must be the same for all contexts of one length
     * @param length bytes to keep of each hash, at most {@link #LENGTH}
     */
    public Column ofRows(String label, byte[] context, Column rows, int length) {
        MessageDigest digest = digest();
        byte[] prefix = label.getBytes(StandardCharsets.US_ASCII);
        byte[] input = new byte[prefix.length + context.length + rows.width()];
        System.arraycopy(prefix, 0, input, 0, prefix.length);
        System.arraycopy(context, 0, input, prefix.length, context.length);
        byte[] hash = new byte[LENGTH];
        byte[] kept = new byte[Math.multiplyExact(rows.count(), length)];
        for (int i = 0; i < rows.count(); i++) {
            rows.copyRows(i, i + 1, input, input.length - rows.width());
            digest.update(input);
            finish(digest, hash);
            System.arraycopy(hash, 0, kept, i * length, length);
        }
        return Column.owning(kept, length);
    }

    /** Ends a running digest into an array of {@link #LENGTH} bytes, without allocating one. */
    static void finish(MessageDigest digest, byte[] hash) {
        try {
            digest.digest(hash, 0, LENGTH);
        } catch (DigestException impossible) {
            throw new IllegalStateException("A hash has 32 bytes", impossible);
        }
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }
}
