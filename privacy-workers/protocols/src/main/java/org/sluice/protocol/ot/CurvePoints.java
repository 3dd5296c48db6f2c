package org.sluice.protocol.ot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.P256Group;

/** Whole points of P-256 as 33 bytes (SEC 1, compressed), and the random oracles into the curve. */
final class CurvePoints {

    /** Bytes of a point. */
    static final int LENGTH = 33;

    private static final int SCALAR = 32;

    private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256r1");
    private static final ECCurve CURVE = PARAMETERS.getCurve();
    private static final P256Group ORACLE = new P256Group(Encoding.RANDOM_ORACLE);
    private static final byte[] TAG = "SLUICE-OT1-P256_XMD:SHA-256_SSWU_RO_".getBytes(StandardCharsets.US_ASCII);

    private CurvePoints() {}

    /** A number from 1 to n - 1. */
    static BigInteger scalar(SecureRandom random) {
        BigInteger candidate;
        do {
            candidate = new BigInteger(SCALAR * Byte.SIZE, random);
        } while (candidate.signum() == 0 || candidate.compareTo(CURVE.getOrder()) >= 0);
        return candidate;
    }

    static ECPoint generated(BigInteger scalar) {
        return multiple(PARAMETERS.getG(), scalar);
    }

    /** Fast where one point meets many scalars. */
    static ECPoint multiple(ECPoint point, BigInteger scalar) {
        return new FixedPointCombMultiplier().multiply(point, scalar);
    }

    static void normalize(ECPoint[] points) {
        CURVE.normalizeAll(points);
    }

    /** Writes a point that is not the identity. */
    static void write(ECPoint point, byte[] target, int offset) {
        byte[] encoded = point.getEncoded(true);
        if (encoded.length != LENGTH) {
            throw new ArithmeticException("A random point is the identity, which one in 2^256 is");
        }
        System.arraycopy(encoded, 0, target, offset, LENGTH);
    }

    /** Reads a point; anything but the one encoding of a point other than the identity is misbehaviour. */
    static ECPoint read(byte[] source, int offset) {
        byte sign = source[offset];
        if (sign != 2 && sign != 3) {
            throw new Misbehaviour("P-256: the point is not compressed");
        }
        byte[] encoded = new byte[LENGTH];
        System.arraycopy(source, offset, encoded, 0, LENGTH);
        BigInteger x = new BigInteger(1, encoded, 1, SCALAR);
        if (x.compareTo(CURVE.getField().getCharacteristic()) >= 0) {
            throw new Misbehaviour("P-256: the x-coordinate is not reduced");
        }
        try {
            return CURVE.decodePoint(encoded);
        } catch (IllegalArgumentException noPoint) {
            throw new Misbehaviour("P-256: no point of the curve has this x-coordinate");
        }
    }

    /**
     * A random oracle into the curve: x as in RFC 9380, the sign of y by one bit of another hash; since the order is odd
     * no point is its own negative.
     */
    static ECPoint hash(byte[] input, boolean odd) {
        byte[] encoded = new byte[LENGTH];
        encoded[0] = (byte) (odd ? 3 : 2);
        System.arraycopy(ORACLE.encode(ORACLE.hashToElement(input, TAG)), 0, encoded, 1, SCALAR);
        return CURVE.decodePoint(encoded);
    }
}
