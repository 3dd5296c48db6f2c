package org.sluice.protocol.group;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;

/**
 * NIST P-256; an element is the big-endian x-coordinate, a scalar is a big-endian number from 1 to n - 1.
 *
 * <p>The group has prime order: every point on the curve but the identity is a good one. The identity has no
 * x-coordinate; the 32 zero bytes that some libraries write in its place are refused, although a point with x = 0
 * exists, because no honest party meets that point.
 *
 * <p>Not constant-time: the multiplication, the scalar's conversion, the hash. BouncyCastle keeps the scalar in a
 * {@link BigInteger} that cannot be wiped.
 */
public final class P256Group implements DiffieHellmanGroup {

    private static final int LENGTH = 32;
    private static final ECCurve CURVE =
            CustomNamedCurves.getByName("secp256r1").getCurve();
    private static final BigInteger P = CURVE.getField().getCharacteristic();
    private static final BigInteger ORDER = CURVE.getOrder();
    private static final SimplifiedSwu MAP = new SimplifiedSwu(CURVE, P.subtract(BigInteger.TEN));

    private final Encoding encoding;

    public P256Group(Encoding encoding) {
        this.encoding = encoding;
    }

    @Override
    public String suite() {
        return "P256_XMD:SHA-256_SSWU_" + encoding.suffix();
    }

    @Override
    public int elementLength() {
        return LENGTH;
    }

    @Override
    public Secret sampleScalar(SecureRandom random) {
        byte[] candidate = new byte[LENGTH];
        do {
            random.nextBytes(candidate);
        } while (!isScalar(new BigInteger(1, candidate)));
        Secret scalar = Secret.copyOf(candidate);
        Arrays.fill(candidate, (byte) 0);
        return scalar;
    }

    @Override
    public Element hashToElement(byte[] item, byte[] dst) {
        return new P256Element(hashToPoint(item, dst));
    }

    /** The whole point P of RFC 9380; the cofactor is one. */
    ECPoint hashToPoint(byte[] item, byte[] dst) {
        ECPoint sum = CURVE.getInfinity();
        for (BigInteger u : MessageExpansion.XMD_SHA_256.toField(item, dst, encoding.maps(), P)) {
            sum = sum.add(MAP.map(u));
        }
        if (sum.isInfinity()) {
            throw new ArithmeticException("The item hashes to the identity, which one in 2^256 does");
        }
        return sum.normalize();
    }

    @Override
    public Element multiply(Element element, Secret scalar) {
        return scalar.use(bytes -> new P256Element(own(element).point().multiply(scalarOf(bytes))));
    }

    @Override
    public byte[] encode(Element element) {
        return own(element).encoded();
    }

    @Override
    public Element decode(byte[] encoded) {
        if (encoded.length != LENGTH) {
            throw new Misbehaviour("P-256: an element has 32 bytes, not " + encoded.length);
        }
        BigInteger x = new BigInteger(1, encoded);
        if (x.signum() == 0) {
            throw new Misbehaviour("P-256: all-zero bytes stand for the identity");
        }
        if (x.compareTo(P) >= 0) {
            throw new Misbehaviour("P-256: the x-coordinate is not reduced");
        }
        return new P256Element(decompress(x));
    }

    private static ECPoint decompress(BigInteger number) {
        ECFieldElement x = CURVE.fromBigInteger(number);
        ECFieldElement y =
                x.square().add(CURVE.getA()).multiply(x).add(CURVE.getB()).sqrt();
        if (y == null) {
            throw new Misbehaviour("P-256: no point of the curve has this x-coordinate");
        }
        return CURVE.createPoint(number, y.toBigInteger());
    }

    private static P256Element own(Element element) {
        if (element instanceof P256Element ours) {
            return ours;
        }
        throw new IllegalArgumentException("P-256 cannot compute with a " + element);
    }

    private static BigInteger scalarOf(byte[] bytes) {
        BigInteger scalar = new BigInteger(1, bytes);
        if (bytes.length != LENGTH || !isScalar(scalar)) {
            throw new IllegalArgumentException("A scalar of P-256 has 32 bytes and lies between 1 and n - 1");
        }
        return scalar;
    }

    private static boolean isScalar(BigInteger number) {
        return number.signum() > 0 && number.compareTo(ORDER) < 0;
    }
}
