package org.sluice.protocol.group;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.math.ec.rfc7748.X25519Field;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;

/**
 * Curve25519 with X25519 (RFC 7748); an element is the little-endian u-coordinate, a scalar is 32 bytes that X25519
 * clamps.
 *
 * <p>{@link #decode} is stricter than RFC 7748, which accepts any 32 bytes: bit 255 must be clear (X25519 would mask
 * it), u must be reduced, must not belong to a point of low order and must lie on the curve and not on its twist. An
 * honest peer never sends any of these, since hashed elements lie on the curve.
 *
 * <p>What decode does not check: that the point lies in the subgroup of prime order. Clamped scalars are multiples of
 * the cofactor, so the other component vanishes in the first multiplication and tells nothing of the scalar. It does
 * mean that up to eight accepted encodings lead to one product: who counts repeats must count them <em>after</em>
 * multiplying.
 *
 * <p>The multiplication is that of a {@link Ladder}; BouncyCastle's has no branches or look-ups that depend on the scalar.
 * Hashing and decoding are not constant-time.
 */
public final class Curve25519Group implements DiffieHellmanGroup {

    private static final int LENGTH = Field25519.LENGTH;

    /** u of the point of order 2, and what X25519 gives for the identity. */
    private static final byte[] IDENTITY = new byte[LENGTH];

    /** u of the points of order 4 on the curve and on the twist, and of the two pairs of order 8. */
    private static final List<byte[]> LOW_ORDER = List.of(
            little("0100000000000000000000000000000000000000000000000000000000000000"),
            little("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
            little("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
            little("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"));

    private final Encoding encoding;
    private final Ladder ladder;

    public Curve25519Group(Encoding encoding) {
        this(encoding, new BouncyCastleLadder());
    }

    public Curve25519Group(Encoding encoding, Ladder ladder) {
        this.encoding = encoding;
        this.ladder = ladder;
    }

    @Override
    public String suite() {
        return "curve25519_XMD:SHA-512_ELL2_" + encoding.suffix();
    }

    @Override
    public int elementLength() {
        return LENGTH;
    }

    @Override
    public Secret sampleScalar(SecureRandom random) {
        return Secret.random(LENGTH, random);
    }

    @Override
    public Element hashToElement(byte[] item, byte[] dst) {
        return new Curve25519Element(hashToPoint(item, dst).u().encode());
    }

    /** The whole point P of RFC 9380, cleared of the cofactor. */
    MontgomeryPoint hashToPoint(byte[] item, byte[] dst) {
        BigInteger[] numbers = MessageExpansion.XMD_SHA_512.toField(item, dst, encoding.maps(), Field25519.P);
        MontgomeryPoint sum = MontgomeryPoint.elligator2(numbers[0]);
        for (int i = 1; i < numbers.length; i++) {
            sum = sum.plus(MontgomeryPoint.elligator2(numbers[i]));
        }
        return sum.withoutCofactor();
    }

    @Override
    public Element multiply(Element element, Secret scalar) {
        return new Curve25519Element(multiplier(scalar).apply(own(element).encoded()));
    }

    @Override
    public Column hashAndMultiply(Column items, byte[] dst, Secret scalar) {
        return multiplyEach(hashed(items, dst), scalar);
    }

    private Column hashed(Column items, byte[] dst) {
        if (encoding == Encoding.NONUNIFORM) {
            return Elligator2Batch.hash(items, dst);
        }
        byte[] hashed = new byte[Math.multiplyExact(items.count(), LENGTH)];
        for (int i = 0; i < items.count(); i++) {
            System.arraycopy(hashToPoint(items.row(i), dst).u().encode(), 0, hashed, i * LENGTH, LENGTH);
        }
        return Column.owning(hashed, LENGTH);
    }

    @Override
    public Column decodeAndMultiply(Column encoded, Secret scalar) {
        byte[] u = new byte[LENGTH];
        for (int i = 0; i < encoded.count(); i++) {
            encoded.copyRows(i, i + 1, u, 0);
            check(u);
            checkIsOnCurve(u);
        }
        return multiplyEach(encoded, scalar);
    }

    /** Leaves out whether a point lies on the twist, which is as safe as the curve. */
    @Override
    public Column looselyDecodeAndMultiply(Column encoded, Secret scalar) {
        byte[] u = new byte[LENGTH];
        for (int i = 0; i < encoded.count(); i++) {
            encoded.copyRows(i, i + 1, u, 0);
            check(u);
        }
        return multiplyEach(encoded, scalar);
    }

    private Column multiplyEach(Column elements, Secret scalar) {
        UnaryOperator<byte[]> multiplier = multiplier(scalar);
        byte[] products = new byte[Math.multiplyExact(elements.count(), LENGTH)];
        byte[] u = new byte[LENGTH];
        for (int i = 0; i < elements.count(); i++) {
            elements.copyRows(i, i + 1, u, 0);
            System.arraycopy(multiplier.apply(u), 0, products, i * LENGTH, LENGTH);
        }
        return Column.owning(products, LENGTH);
    }

    private UnaryOperator<byte[]> multiplier(Secret scalar) {
        if (scalar.length() != LENGTH) {
            throw new IllegalArgumentException("A scalar of Curve25519 has 32 bytes, not " + scalar.length());
        }
        return ladder.by(scalar);
    }

    @Override
    public byte[] encode(Element element) {
        return own(element).encoded();
    }

    @Override
    public Element decode(byte[] encoded) {
        if (encoded.length != LENGTH) {
            throw new Misbehaviour("Curve25519: an element has 32 bytes, not " + encoded.length);
        }
        check(encoded);
        checkIsOnCurve(encoded);
        return new Curve25519Element(encoded.clone());
    }

    private static void check(byte[] encoded) {
        if (encoded[LENGTH - 1] < 0) {
            throw new Misbehaviour("Curve25519: bit 255 of an element is set");
        }
        if (!isReduced(encoded)) {
            throw new Misbehaviour("Curve25519: the u-coordinate is not reduced");
        }
        if (Arrays.equals(encoded, IDENTITY)) {
            throw new Misbehaviour("Curve25519: all-zero bytes stand for the identity");
        }
        for (byte[] low : LOW_ORDER) {
            if (Arrays.equals(encoded, low)) {
                throw new Misbehaviour("Curve25519: the point has low order");
            }
        }
    }

    private static void checkIsOnCurve(byte[] encoded) {
        int[] u = X25519Field.create();
        X25519Field.decode255(encoded, u);
        if (!Elligator2Batch.isOnCurve(u)) {
            throw new Misbehaviour("Curve25519: the u-coordinate lies on the twist");
        }
    }

    /** Below 2^255 - 19: of larger numbers of 255 bits all bits but the lowest five are set. */
    private static boolean isReduced(byte[] encoded) {
        if (encoded[LENGTH - 1] != 0x7f || (encoded[0] & 0xff) < 0xed) {
            return true;
        }
        for (int i = 1; i < LENGTH - 1; i++) {
            if (encoded[i] != (byte) 0xff) {
                return true;
            }
        }
        return false;
    }

    private static Curve25519Element own(Element element) {
        if (element instanceof Curve25519Element ours) {
            return ours;
        }
        throw new IllegalArgumentException("Curve25519 cannot compute with a " + element);
    }

    private static byte[] little(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
