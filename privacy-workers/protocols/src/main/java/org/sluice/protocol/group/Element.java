package org.sluice.protocol.group;

import java.util.Arrays;

/**
 * A point of one group up to its sign, never the identity. Who holds one knows that it was hashed, computed or validated
 * by its group; there is no other way to make one.
 *
 * <p>Not a secret, but an unmasked element is as good as its item to anybody who can guess items: its string shows
 * nothing.
 */
public abstract sealed class Element permits Curve25519Element, WeierstrassElement {

    /** The canonical encoding, a fresh array. */
    abstract byte[] encoded();

    @Override
    public final boolean equals(Object other) {
        return other instanceof Element that
                && getClass() == that.getClass()
                && Arrays.equals(encoded(), that.encoded());
    }

    @Override
    public final int hashCode() {
        return Arrays.hashCode(encoded());
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName();
    }
}
