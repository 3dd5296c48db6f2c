package org.sluice.protocol.group;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Column;
import org.sluice.protocol.Secret;

/** Runs everywhere. Not constant-time, and keeps the scalar in a {@link BigInteger} that cannot be wiped. */
public final class BouncyCastleP256 implements P256Multiplier {

    @Override
    public String provider() {
        return "BouncyCastle";
    }

    @Override
    public Column coordinates(ECPoint[] points, Secret scalar) {
        return WeierstrassGroup.coordinates(products(points, scalar));
    }

    @Override
    public ECPoint[] products(ECPoint[] points, Secret scalar) {
        BigInteger number = scalar.use(bytes -> new BigInteger(1, bytes));
        ECPoint[] products =
                Arrays.stream(points).map(point -> point.multiply(number)).toArray(ECPoint[]::new);
        P256Group.CURVE.normalizeAll(products);
        return products;
    }
}
