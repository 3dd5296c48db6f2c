package org.sluice.protocol.oprf;

import java.math.BigInteger;
import org.sluice.protocol.group.P256Hashing;

/** The text on which a key of mode POPRF depends, known to both sides; at most 65,535 bytes. */
final class PublicText {

    private final byte[] text;

    PublicText(byte[] text) {
        this.text = text.clone();
    }

    byte[] bytes() {
        return text;
    }

    /** What is added to the key. */
    BigInteger tweak() {
        return P256Hashing.toScalar(
                new Framed().label("Info").part(text).bytes(), Mode.POPRF.separated("HashToScalar-"));
    }
}
