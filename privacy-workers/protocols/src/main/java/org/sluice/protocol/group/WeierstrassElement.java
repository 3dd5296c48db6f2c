package org.sluice.protocol.group;

import org.bouncycastle.math.ec.ECPoint;

/** A point of a short Weierstrass curve, held with one of its two signs so that it need not be decompressed again. */
final class WeierstrassElement extends Element {

    private final ECPoint point;

    WeierstrassElement(ECPoint point) {
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
