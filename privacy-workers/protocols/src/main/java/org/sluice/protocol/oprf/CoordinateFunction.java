package org.sluice.protocol.oprf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.sluice.protocol.Column;
import org.sluice.protocol.group.Curve25519Hashing;

/** What both sides of the twin hash: inputs of any length to 32 bytes, these to u-coordinates, products to outputs. */
final class CoordinateFunction {

    static final int LENGTH = 32;

    private static final byte[] INPUT = ascii("sluice/oprf-x25519/v1/input");
    private static final byte[] GROUP = ascii("sluice/oprf-x25519/v1/curve25519_XMD:SHA-512_ELL2_NU_");
    private static final byte[] OUTPUT = ascii("sluice/oprf-x25519/v1/output");

    private CoordinateFunction() {}

    /** SHA-256(label ‖ input) of each. */
    static Column digests(List<byte[]> inputs) {
        MessageDigest sha256 = sha256();
        byte[] digests = new byte[Math.multiplyExact(inputs.size(), LENGTH)];
        for (int i = 0; i < inputs.size(); i++) {
            sha256.update(INPUT);
            System.arraycopy(sha256.digest(inputs.get(i)), 0, digests, i * LENGTH, LENGTH);
        }
        return Column.owning(digests, LENGTH);
    }

    static Column coordinates(Column digests) {
        return Curve25519Hashing.toCoordinates(digests, GROUP);
    }

    static byte[] groupTag() {
        return GROUP;
    }

    /** SHA-256(label ‖ digest ‖ product) of each row. */
    static Column outputs(Column digests, Column products) {
        MessageDigest sha256 = sha256();
        byte[] outputs = new byte[digests.count() * LENGTH];
        byte[] pair = new byte[2 * LENGTH];
        for (int i = 0; i < digests.count(); i++) {
            digests.copyRows(i, i + 1, pair, 0);
            products.copyRows(i, i + 1, pair, LENGTH);
            sha256.update(OUTPUT);
            System.arraycopy(sha256.digest(pair), 0, outputs, i * LENGTH, LENGTH);
        }
        return Column.owning(outputs, LENGTH);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
