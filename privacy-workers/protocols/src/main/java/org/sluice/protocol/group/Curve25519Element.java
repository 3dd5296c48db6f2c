package org.sluice.protocol.group;

/** The u-coordinate of a point of curve25519, little-endian and reduced. */
final class Curve25519Element extends Element {

    private final byte[] u;

    /** Takes the array over. */
    Curve25519Element(byte[] u) {
        this.u = u;
    }

    @Override
    byte[] encoded() {
        return u.clone();
    }
}
