package org.sluice.protocol.group;

import org.sluice.protocol.Column;

/**
 * Hashes many items at once to u-coordinates of Curve25519 that nobody has multiplied yet, for protocols in which every item
 * meets a scalar of its own. {@code curve25519_XMD:SHA-512_ELL2_NU_} of RFC 9380, cofactor cleared. Not constant-time.
 */
public final class Curve25519Hashing {

    private Curve25519Hashing() {}

    /** 32 bytes for each row, in order. */
    public static Column toCoordinates(Column items, byte[] dst) {
        return Elligator2Batch.hash(items, dst);
    }
}
