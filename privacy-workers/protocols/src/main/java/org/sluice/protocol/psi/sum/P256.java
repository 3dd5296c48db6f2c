package org.sluice.protocol.psi.sum;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Misbehaviour;

/** NIST P-256 as the ciphertexts need it: whole points, in the compressed form of SEC 1 section 2.3. */
final class P256 {

    /** Bytes of a compressed point. */
    static final int POINT = 33;

    /** Bytes of a coordinate and of a scalar. */
    static final int LENGTH = 32;

    private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256r1");

    static final ECCurve CURVE = PARAMETERS.getCurve();
    static final ECPoint GENERATOR = PARAMETERS.getG().normalize();
    static final BigInteger ORDER = PARAMETERS.getN();

    private P256() {}

    /** A number from 1 to n - 1 that nobody can guess. */
    static BigInteger scalar(SecureRandom random) {
        BigInteger candidate;
        do {
            candidate = new BigInteger(8 * LENGTH, random);
        } while (candidate.signum() == 0 || candidate.compareTo(ORDER) >= 0);
        return candidate;
    }

    /** The point that a peer's bytes encode; the identity has no encoding of this length. */
    static ECPoint decode(byte[] compressed) {
        try {
            return CURVE.decodePoint(compressed);
        } catch (IllegalArgumentException none) {
            throw new Misbehaviour("P-256: the bytes encode no point of the curve");
        }
    }
}
