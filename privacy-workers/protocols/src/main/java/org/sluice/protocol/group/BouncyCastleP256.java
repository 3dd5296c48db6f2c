package org.sluice.protocol.group;

import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Column;
import org.sluice.protocol.Secret;

/** Runs everywhere. Not constant-time, and keeps the scalar in a number that cannot be wiped. */
public final class BouncyCastleP256 implements P256Multiplier {

    @Override
    public String provider() {
        return "BouncyCastle";
    }

    @Override
    public Column coordinates(AffinePoints points, Secret scalar) {
        return WeierstrassGroup.coordinates(multiplied(points, scalar));
    }

    @Override
    public AffinePoints products(AffinePoints points, Secret scalar) {
        return AffinePoints.of(P256Group.FLAT, multiplied(points, scalar));
    }

    private static ECPoint[] multiplied(AffinePoints points, Secret scalar) {
        return WeierstrassGroup.multiplied(points.points(), scalar, P256Group.CURVE);
    }
}
