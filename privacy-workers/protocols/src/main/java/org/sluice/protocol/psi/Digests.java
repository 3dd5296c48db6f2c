package org.sluice.protocol.psi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over a label and parts, each preceded by its length: no two different inputs are hashed as one. */
final class Digests {

    private Digests() {}

    static byte[] of(String label, byte[]... parts) {
        MessageDigest digest = sha256();
        add(digest, label.getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : parts) {
            add(digest, part);
        }
        return digest.digest();
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
