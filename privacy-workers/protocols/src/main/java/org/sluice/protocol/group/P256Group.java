package org.sluice.protocol.group;

import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Column;
import org.sluice.protocol.Secret;

/** NIST P-256, hashed into as RFC 9380 says; columns are multiplied by BouncyCastle or by a provider of the platform. */
public final class P256Group extends WeierstrassGroup {

    private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256r1");
    static final ECCurve CURVE = PARAMETERS.getCurve();
    static final Curve256 FLAT = new Curve256(CURVE, P256Field.INSTANCE);
    private static final SimplifiedSwu MAP = new SimplifiedSwu(FLAT, -10);

    static final ECPoint GENERATOR = PARAMETERS.getG().normalize();

    private final P256Multiplier multiplier;

    public P256Group(Encoding encoding) {
        this(encoding, new BouncyCastleP256());
    }

    /** @param multiplier what multiplies columns */
    public P256Group(Encoding encoding, P256Multiplier multiplier) {
        super("P-256", CURVE, FLAT, MAP, MessageExpansion.XMD_SHA_256, encoding);
        this.multiplier = multiplier;
    }

    /**
     * The point with this x-coordinate and a y of this parity, if there is one.
     *
     * @param bytes hold x from the offset on, 32 big-endian bytes of a number below the prime
     */
    public static Optional<ECPoint> point(byte[] bytes, int offset, boolean odd) {
        AffinePoints point = new AffinePoints(FLAT, 1);
        return FLAT.decompress(bytes, offset, odd, point, 0) ? Optional.of(point.points()[0]) : Optional.empty();
    }

    @Override
    public String suite() {
        return "P256_XMD:SHA-256_SSWU_" + encoding().suffix();
    }

    @Override
    Column products(AffinePoints points, Secret scalar) {
        return multiplier.coordinates(points, scalar);
    }
}
