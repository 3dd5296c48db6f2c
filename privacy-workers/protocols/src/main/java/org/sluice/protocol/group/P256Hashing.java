package org.sluice.protocol.group;

import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.custom.sec.SecP256R1Curve;

/**
 * Random oracles into P-256 for protocols that compute with whole points: {@code P256_XMD:SHA-256_SSWU_RO_} of RFC 9380 and,
 * with the same expansion, numbers modulo the group's order. Not constant-time.
 */
public final class P256Hashing {

    private static final P256Group GROUP = new P256Group(Encoding.RANDOM_ORACLE);
    private static final BigInteger ORDER = new SecP256R1Curve().getOrder();

    private P256Hashing() {}

    /** An affine point other than the identity whose discrete logarithm nobody knows. */
    public static ECPoint toPoint(byte[] message, byte[] dst) {
        return GROUP.hashToPoint(message, dst);
    }

    /** As {@link #toPoint} does for each message, and much cheaper for many. */
    public static AffinePoints toPoints(List<byte[]> messages, byte[] dst) {
        return GROUP.hashToPoints(messages, dst);
    }

    /** A number from 0 to n - 1 ({@code hash_to_field} with n as the modulus and L = 48). */
    public static BigInteger toScalar(byte[] message, byte[] dst) {
        return MessageExpansion.XMD_SHA_256.toField(message, dst, 1, ORDER)[0];
    }
}
