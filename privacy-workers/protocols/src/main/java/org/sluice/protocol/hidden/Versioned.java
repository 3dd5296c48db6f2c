package org.sluice.protocol.hidden;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.sluice.protocol.Misbehaviour;

/** Messages of one version of a list: eight bytes of version, then the content; the version alone means that another holds. */
final class Versioned {

    static final int HEADER = Long.BYTES;

    private Versioned() {}

    static byte[] message(long version, byte[] content) {
        return ByteBuffer.allocate(HEADER + content.length)
                .putLong(version)
                .put(content)
                .array();
    }

    static long version(byte[] message) {
        if (message.length < HEADER) {
            throw new Misbehaviour("A message of a hidden query does not begin with a version");
        }
        return ByteBuffer.wrap(message).getLong();
    }

    static byte[] content(byte[] message) {
        return Arrays.copyOfRange(message, HEADER, message.length);
    }

    /**
     * The content of a server's answer.
     *
     * @throws Outdated if the server holds another version than the one it was asked for
     */
    static byte[] answer(byte[] message, long asked, int length) {
        long version = version(message);
        if (message.length == HEADER && version != asked) {
            throw new Outdated(version);
        }
        if (version != asked || message.length != HEADER + length) {
            throw new Misbehaviour("An answer of a hidden query holds " + message.length + " bytes instead of "
                    + (HEADER + length) + ", or speaks of another version");
        }
        return content(message);
    }
}
