package org.sluice.protocol.group;

import java.util.function.UnaryOperator;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;

/** The ladder that runs everywhere; the scalar is lent for each multiplication and kept nowhere. */
public final class BouncyCastleLadder implements Ladder {

    @Override
    public String provider() {
        return "BouncyCastle";
    }

    @Override
    public UnaryOperator<byte[]> by(Secret scalar) {
        return u -> {
            byte[] product = new byte[Field25519.LENGTH];
            if (!scalar.use(bytes -> X25519.calculateAgreement(bytes, 0, u, 0, product, 0))) {
                throw new Misbehaviour("Curve25519: the product is the identity");
            }
            return product;
        };
    }
}
