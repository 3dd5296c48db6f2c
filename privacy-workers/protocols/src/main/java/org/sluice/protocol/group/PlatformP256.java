package org.sluice.protocol.group;

import java.math.BigInteger;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.sluice.protocol.Column;
import org.sluice.protocol.Secret;

/**
 * ECDH on P-256 of a security provider of the platform, four times as fast as BouncyCastle where it runs as native code.
 *
 * <p>An agreement gives x-coordinates alone. A whole product kP is two of them, of kP and (k+1)P, which with P leave one y
 * for kP: by the law of addition x((k+1)P) = ((y1 - y) / (x1 - x))² - x - x1, solved for y1 = y(kP). That is still half the
 * time of BouncyCastle's multiplication, and the scalar is handled by the provider's code alone, but for k+1.
 */
public final class PlatformP256 implements P256Multiplier {

    /** RFC 5903 section 8.1: the initiator's private key and the coordinates of its public key. */
    private static final String SCALAR = "c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433";

    private static final String PRODUCT = "dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c3772581180";

    private static final int LENGTH = WeierstrassGroup.LENGTH;
    private static final byte UNCOMPRESSED = 4;
    private static final ECCurve CURVE = P256Group.CURVE;
    private static final BigInteger LAST = CURVE.getOrder().subtract(BigInteger.ONE);

    private final PlatformAgreement agreement;
    private final BouncyCastleP256 atTheEdges = new BouncyCastleP256();

    /** @throws IllegalArgumentException if the provider knows no ECDH on P-256, or gets the RFC's vector wrong */
    public PlatformP256(Provider provider) {
        this.agreement = PlatformAgreement.p256(provider);
        Secret scalar = Secret.copyOf(HexFormat.of().parseHex(SCALAR));
        Column product = coordinates(new ECPoint[] {P256Group.GENERATOR}, scalar);
        if (!HexFormat.of().formatHex(product.row(0)).equals(PRODUCT)) {
            throw new IllegalArgumentException(provider.getName() + " computes ECDH on P-256 wrongly");
        }
    }

    @Override
    public String provider() {
        return agreement.provider().getName();
    }

    @Override
    public Column coordinates(ECPoint[] points, Secret scalar) {
        PlatformAgreement.Multiplier multiplier = agreement.by(scalar);
        byte[] rows = new byte[Math.multiplyExact(points.length, LENGTH)];
        for (int i = 0; i < points.length; i++) {
            System.arraycopy(multiplier.times(multiplier.point(encoded(points[i]))), 0, rows, i * LENGTH, LENGTH);
        }
        return Column.owning(rows, LENGTH);
    }

    /** @throws IllegalStateException if what the provider gives is no point of the curve */
    @Override
    public ECPoint[] products(ECPoint[] points, Secret scalar) {
        BigInteger number = scalar.use(bytes -> new BigInteger(1, bytes));
        if (points.length == 0 || number.equals(BigInteger.ONE) || number.equals(LAST)) {
            // nothing to invert; or kP is P or -P, with the same x, and the law of addition is another one
            return atTheEdges.products(points, scalar);
        }
        PlatformAgreement.Multiplier first = agreement.by(scalar);
        Secret following = Secret.copyOf(BigIntegers.asUnsignedByteArray(LENGTH, number.add(BigInteger.ONE)));
        PlatformAgreement.Multiplier second = agreement.by(following);
        following.destroy();
        ECFieldElement[] inverses = inversesOfTwiceY(points);
        ECPoint[] products = new ECPoint[points.length];
        for (int i = 0; i < points.length; i++) {
            PublicKey point = first.point(encoded(points[i]));
            ECFieldElement x = field(first.times(point));
            ECFieldElement y = ordinate(points[i], x, field(second.times(point)), inverses[i]);
            products[i] = CURVE.createPoint(x.toBigInteger(), y.toBigInteger());
        }
        return products;
    }

    /** y1 = (y1² + y² - (x2 + x + x1)(x1 - x)²) / 2y, where y1² is what the curve makes of x1. */
    private static ECFieldElement ordinate(
            ECPoint point, ECFieldElement x1, ECFieldElement x2, ECFieldElement inverseOfTwiceY) {
        ECFieldElement x = point.getAffineXCoord();
        ECFieldElement square = x1.square().add(CURVE.getA()).multiply(x1).add(CURVE.getB());
        ECFieldElement y1 = square.add(point.getAffineYCoord().square())
                .subtract(x2.add(x).add(x1).multiply(x1.subtract(x).square()))
                .multiply(inverseOfTwiceY);
        if (!y1.square().equals(square)) {
            throw new IllegalStateException("The platform's ECDH on P-256 gives products that do not fit together");
        }
        return y1;
    }

    /** No y is zero, since no point has order 2. */
    private static ECFieldElement[] inversesOfTwiceY(ECPoint[] points) {
        ECFieldElement[] inverses = Arrays.stream(points)
                .map(point -> point.getAffineYCoord().add(point.getAffineYCoord()))
                .toArray(ECFieldElement[]::new);
        ECAlgorithms.montgomeryTrick(inverses, 0, inverses.length);
        return inverses;
    }

    private static ECFieldElement field(byte[] coordinate) {
        return CURVE.fromBigInteger(new BigInteger(1, coordinate));
    }

    private static byte[] encoded(ECPoint point) {
        byte[] encoded = new byte[1 + 2 * LENGTH];
        encoded[0] = UNCOMPRESSED;
        point.getAffineXCoord().encodeTo(encoded, 1);
        point.getAffineYCoord().encodeTo(encoded, 1 + LENGTH);
        return encoded;
    }
}
