package org.sluice.protocol.oprf;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.group.P256Group;

/** The group of RFC 9497 section 4.3: whole points of P-256 as 33 bytes, numbers modulo its order as 32. */
final class P256 {

    static final int ELEMENT = 33;
    static final int SCALAR = 32;

    private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256r1");
    private static final ECCurve CURVE = PARAMETERS.getCurve();
    private static final byte[] PRIME = encode(CURVE.getField().getCharacteristic());

    static final BigInteger ORDER = PARAMETERS.getN();

    private P256() {}

    static ECPoint timesGenerator(BigInteger scalar) {
        return new FixedPointCombMultiplier()
                .multiply(PARAMETERS.getG(), scalar)
                .normalize();
    }

    /** Uniform from 1 to n - 1. */
    static BigInteger sampleScalar(SecureRandom random) {
        byte[] candidate = new byte[SCALAR];
        BigInteger scalar;
        do {
            random.nextBytes(candidate);
            scalar = new BigInteger(1, candidate);
        } while (!isKey(scalar));
        Arrays.fill(candidate, (byte) 0);
        return scalar;
    }

    static boolean isKey(BigInteger scalar) {
        return scalar.signum() > 0 && scalar.compareTo(ORDER) < 0;
    }

    static byte[] encode(BigInteger scalar) {
        return BigIntegers.asUnsignedByteArray(SCALAR, scalar);
    }

    /** The compressed form of an affine point other than the identity. */
    static byte[] encode(ECPoint point) {
        return point.getEncoded(true);
    }

    /** Makes all of them affine, in place and with one inversion, and writes them end to end. */
    static byte[] encodeAll(ECPoint[] points) {
        CURVE.normalizeAll(points);
        byte[] encoded = new byte[Math.multiplyExact(points.length, ELEMENT)];
        for (int i = 0; i < points.length; i++) {
            System.arraycopy(encode(points[i]), 0, encoded, i * ELEMENT, ELEMENT);
        }
        return encoded;
    }

    static ECPoint[] decodeAll(Column elements, Cores cores) {
        ECPoint[] points = new ECPoint[elements.count()];
        cores.run(points.length, i -> points[i] = decode(elements.row(i)));
        return points;
    }

    /** The point that a peer's 33 bytes stand for; the identity has no such form, and whatever else has none is refused. */
    static ECPoint decode(byte[] encoded) {
        if (encoded.length != ELEMENT) {
            throw new Misbehaviour("P-256: an element has 33 bytes, not " + encoded.length);
        }
        if (encoded[0] == 0) {
            throw new Misbehaviour("P-256: an element is the identity");
        }
        if (encoded[0] != 2 && encoded[0] != 3) {
            throw new Misbehaviour("P-256: an element is not in compressed form");
        }
        if (Arrays.compareUnsigned(encoded, 1, ELEMENT, PRIME, 0, PRIME.length) >= 0) {
            throw new Misbehaviour("P-256: the x-coordinate is not reduced");
        }
        return P256Group.point(encoded, 1, encoded[0] == 3)
                .orElseThrow(() -> new Misbehaviour("P-256: no point of the curve has this x-coordinate"));
    }
}
