package org.sluice.protocol.group;

import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.Secret;

/**
 * A group in which the decisional Diffie-Hellman problem is believed to be hard, with a hash into it.
 *
 * <p>Guarantees of every implementation: {@code multiply(multiply(P, a), b)} equals {@code multiply(multiply(P, b), a)};
 * {@code decode(encode(P))} equals {@code P}; and what {@link #decode} accepts lies on the curve, is the one encoding of
 * its point, and leads to the identity under no scalar that {@link #sampleScalar} can give. Instances hold no state and
 * may be shared by threads. See the package for what is constant-time and what is not.
 */
public interface DiffieHellmanGroup {

    /** The hash-to-curve suite as RFC 9380 names it; names the group, its encoding of elements and its hash at once. */
    String suite();

    /** Bytes of one encoded element. */
    int elementLength();

    /** A fresh scalar, uniform over those that {@link #multiply} takes. */
    Secret sampleScalar(SecureRandom random);

    /**
     * Hashes an item of any length to an element whose discrete logarithm nobody knows.
     *
     * @param dst domain separation tag, not empty; another tag gives an unrelated element
     */
    Element hashToElement(byte[] item, byte[] dst);

    /**
     * The element times the scalar.
     *
     * @throws IllegalArgumentException if the element belongs to another group, or the scalar is none of this group's
     */
    Element multiply(Element element, Secret scalar);

    /** The element's canonical encoding. */
    byte[] encode(Element element);

    /**
     * The element that a peer's bytes encode.
     *
     * @throws org.sluice.protocol.Misbehaviour with a message for each way in which bytes can fail to be an element
     */
    Element decode(byte[] encoded);

    /** Hashes each row, in order, and multiplies it by the scalar. */
    default Column hashAndMultiply(Column items, byte[] dst, Secret scalar) {
        byte[] products = new byte[Math.multiplyExact(items.count(), elementLength())];
        for (int i = 0; i < items.count(); i++) {
            Element product = multiply(hashToElement(items.row(i), dst), scalar);
            System.arraycopy(encode(product), 0, products, i * elementLength(), elementLength());
        }
        return Column.owning(products, elementLength());
    }

    /** Decodes each row as {@link #decode} does, in order, and multiplies it by the scalar. */
    default Column decodeAndMultiply(Column encoded, Secret scalar) {
        byte[] products = new byte[Math.multiplyExact(encoded.count(), elementLength())];
        for (int i = 0; i < encoded.count(); i++) {
            Element product = multiply(decode(encoded.row(i)), scalar);
            System.arraycopy(encode(product), 0, products, i * elementLength(), elementLength());
        }
        return Column.owning(products, elementLength());
    }

    /**
     * Like {@link #decodeAndMultiply}, but may leave out checks that guard nothing of this party's: what a peer gains by
     * an encoding that passes here and not there is another point, and nothing about the scalar.
     */
    default Column looselyDecodeAndMultiply(Column encoded, Secret scalar) {
        return decodeAndMultiply(encoded, scalar);
    }
}
