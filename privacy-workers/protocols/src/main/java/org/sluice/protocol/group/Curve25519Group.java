package org.sluice.protocol.group;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
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

    /** u of the points of order 1 or 2, of order 4 on the curve and on the twist, and of the two pairs of order 8. */
    private static final List<byte[]> LOW_ORDER = List.of(
            little("0000000000000000000000000000000000000000000000000000000000000000"),
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
        UnaryOperator<byte[]> multiplier = multiplier(scalar);
        if (encoding == Encoding.NONUNIFORM) {
            byte[][] hashed = Elligator2Batch.hash(items, dst);
            return column(hashed.length, i -> multiplier.apply(hashed[i]));
        }
        return column(
                items.count(),
                i -> multiplier.apply(hashToPoint(items.row(i), dst).u().encode()));
    }

    @Override
    public Column decodeAndMultiply(Column encoded, Secret scalar) {
        UnaryOperator<byte[]> multiplier = multiplier(scalar);
        return column(
                encoded.count(),
                i -> multiplier.apply(own(decode(encoded.row(i))).encoded()));
    }

    private UnaryOperator<byte[]> multiplier(Secret scalar) {
        if (scalar.length() != LENGTH) {
            throw new IllegalArgumentException("A scalar of Curve25519 has 32 bytes, not " + scalar.length());
        }
        return ladder.by(scalar);
    }

    private static Column column(int count, IntFunction<byte[]> row) {
        byte[] rows = new byte[Math.multiplyExact(count, LENGTH)];
        for (int i = 0; i < count; i++) {
            System.arraycopy(row.apply(i), 0, rows, i * LENGTH, LENGTH);
        }
        return Column.of(rows, LENGTH);
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
        if (encoded[LENGTH - 1] < 0) {
            throw new Misbehaviour("Curve25519: bit 255 of an element is set");
        }
        Field25519 u = Field25519.decode(encoded);
        if (!Arrays.equals(u.encode(), encoded)) {
            throw new Misbehaviour("Curve25519: the u-coordinate is not reduced");
        }
        if (u.isZero()) {
            throw new Misbehaviour("Curve25519: all-zero bytes stand for the identity");
        }
        if (LOW_ORDER.stream().anyMatch(low -> Arrays.equals(low, encoded))) {
            throw new Misbehaviour("Curve25519: the point has low order");
        }
        if (!MontgomeryPoint.isOnCurve(u)) {
            throw new Misbehaviour("Curve25519: the u-coordinate lies on the twist");
        }
        return new Curve25519Element(encoded.clone());
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
