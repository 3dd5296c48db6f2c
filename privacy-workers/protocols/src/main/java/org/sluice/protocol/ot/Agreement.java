package org.sluice.protocol.ot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.math.ec.ECPoint;

/** The two random oracles of one run of base transfers: into the curve, and from agreed points to keys. */
final class Agreement {

    /** Bytes that the receiver sends a transfer: two points. */
    static final int PAIR = 2 * CurvePoints.LENGTH;

    /** Transfers that one thread computes at a time. */
    static final int BATCH = 16;

    private final byte[] session;

    /** @param session any bytes that no two runs share */
    Agreement(byte[] session) {
        this.session = digest("sluice/ot/session/v1").digest(session);
    }

    /** What is added to the receiver's point of one side, 0 or 1; it hashes the point of the other. */
    ECPoint shift(int transfer, int side, byte[] others, int offset) {
        byte[] input = ByteBuffer.allocate(session.length + Integer.BYTES + 1 + CurvePoints.LENGTH)
                .put(session)
                .putInt(transfer)
                .put((byte) side)
                .put(others, offset, CurvePoints.LENGTH)
                .array();
        byte[] sign = digest("sluice/ot/sign/v1").digest(input);
        return CurvePoints.hash(input, (sign[0] & 1) == 1);
    }

    /**
     * The key on which both agreed for one side of a transfer.
     *
     * @param pairs the receiver's points of all transfers
     * @param senders the sender's point
     */
    byte[] key(int transfer, int side, byte[] pairs, byte[] senders, ECPoint agreed) {
        MessageDigest digest = digest("sluice/ot/key/v1");
        digest.update(session);
        digest.update(ByteBuffer.allocate(Integer.BYTES + 1)
                .putInt(transfer)
                .put((byte) side)
                .array());
        digest.update(pairs, transfer * PAIR, PAIR);
        digest.update(senders);
        digest.update(agreed.getEncoded(true));
        byte[] hash = digest.digest();
        byte[] key = Arrays.copyOf(hash, Extension.KEY);
        Arrays.fill(hash, (byte) 0);
        return key;
    }

    static int batches(int transfers) {
        return (transfers + BATCH - 1) / BATCH;
    }

    private static MessageDigest digest(String label) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] prefix = label.getBytes(StandardCharsets.US_ASCII);
            digest.update((byte) prefix.length);
            digest.update(prefix);
            return digest;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
