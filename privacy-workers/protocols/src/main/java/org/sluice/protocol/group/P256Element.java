package org.sluice.protocol.group;

import org.bouncycastle.math.ec.ECPoint;

/** A point of P-256, held with one of its two signs so that it need not be decompressed again. */
final class P256Element extends Element {

    private final ECPoint point;

    P256Element(ECPoint point) {
        this.point = point.normalize();
    }

    ECPoint point() {
        return point;
    }

    @Override
    byte[] encoded() {
        return point.getAffineXCoord().getEncoded();
    }
}
