package org.sluice.protocol.group;

import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Column;
import org.sluice.protocol.Secret;

/** NIST P-256, hashed into as RFC 9380 says; columns are multiplied by BouncyCastle or by a provider of the platform. */
public final class P256Group extends WeierstrassGroup {

    private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256r1");
    private static final ECCurve CURVE = PARAMETERS.getCurve();
    private static final SimplifiedSwu MAP = new SimplifiedSwu(CURVE, -10);

    static final ECPoint GENERATOR = PARAMETERS.getG().normalize();

    private final @Nullable P256Agreement agreement;

    public P256Group(Encoding encoding) {
        this(encoding, null);
    }

    /** @param agreement what multiplies columns; nothing for BouncyCastle */
    public P256Group(Encoding encoding, @Nullable P256Agreement agreement) {
        super("P-256", CURVE, MAP, MessageExpansion.XMD_SHA_256, encoding);
        this.agreement = agreement;
    }

    @Override
    public String suite() {
        return "P256_XMD:SHA-256_SSWU_" + encoding().suffix();
    }

    @Override
    Column products(ECPoint[] points, Secret scalar) {
        return agreement == null ? super.products(points, scalar) : agreement.products(points, scalar);
    }
}
