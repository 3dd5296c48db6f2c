package org.sluice.protocol.oprf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What RFC 9497 hashes: parts after their lengths in two bytes, so that no two inputs run into the same string. */
final class Framed {

    static final int LONGEST = 65_535;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @throws IllegalArgumentException if the part is longer than 65,535 bytes */
    Framed part(byte[] part) {
        if (part.length > LONGEST) {
            throw new IllegalArgumentException("An input has at most 65,535 bytes, not " + part.length);
        }
        return number(part.length).raw(part);
    }

    /** A number of two bytes, big-endian. */
    Framed number(int number) {
        bytes.write(number >>> 8);
        bytes.write(number);
        return this;
    }

    Framed raw(byte[] part) {
        bytes.writeBytes(part);
        return this;
    }

    Framed label(String label) {
        return raw(label.getBytes(StandardCharsets.US_ASCII));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
