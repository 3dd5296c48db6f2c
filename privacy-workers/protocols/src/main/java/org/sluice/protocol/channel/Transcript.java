package org.sluice.protocol.channel;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The running count and hash of one direction. */
final class Transcript {

    private final MessageDigest digest;
    private long frames;
    private long bytes;

    Transcript() {
        this.digest = sha256();
    }

    synchronized void add(byte[] frame) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(frame.length).array());
        digest.update(frame);
        frames++;
        bytes += frame.length;
    }

    synchronized Tally tally() {
        try {
            MessageDigest soFar = (MessageDigest) digest.clone();
            return new Tally(frames, bytes, HexFormat.of().formatHex(soFar.digest()));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("This platform cannot copy a running SHA-256", impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
