package org.sluice.protocol.group;

import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Column;
import org.sluice.protocol.Secret;

/**
 * Many points of P-256 times one scalar. Points are affine and none is the identity; a scalar is a big-endian number of 32
 * bytes from 1 to n - 1. Implementations give equal results and may be shared by threads.
 */
public sealed interface P256Multiplier permits BouncyCastleP256, PlatformP256 {

    /** The library's name, for logs and benchmarks. */
    String provider();

    /** The x-coordinates of all products, 32 bytes each. */
    Column coordinates(AffinePoints points, Secret scalar);

    /** The products themselves. */
    AffinePoints products(AffinePoints points, Secret scalar);

    /** As {@link #coordinates(AffinePoints, Secret)}. */
    default Column coordinates(ECPoint[] points, Secret scalar) {
        return coordinates(AffinePoints.of(P256Group.FLAT, points), scalar);
    }

    /** As {@link #products(AffinePoints, Secret)}. */
    default ECPoint[] products(ECPoint[] points, Secret scalar) {
        return products(AffinePoints.of(P256Group.FLAT, points), scalar).points();
    }
}
