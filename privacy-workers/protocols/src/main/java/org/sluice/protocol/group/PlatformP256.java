package org.sluice.protocol.group;

import java.math.BigInteger;
import java.security.Provider;
import java.util.HexFormat;
import org.bouncycastle.util.BigIntegers;
import org.sluice.protocol.Column;
import org.sluice.protocol.Secret;

/**
 * ECDH on P-256 of a security provider of the platform, four times as fast as BouncyCastle where it runs as native code.
 *
 * <p>An agreement gives x-coordinates alone; {@link PlatformProducts} finds the signs of whole products. The scalar is handled
 * by the provider's code alone, but for k+1.
 */
public final class PlatformP256 implements P256Multiplier {

    /** RFC 5903 section 8.1: the initiator's private key and the coordinates of its public key. */
    private static final String SCALAR = "c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433";

    private static final String PRODUCT = "dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c3772581180";

    private static final int LENGTH = WeierstrassGroup.LENGTH;

    /** Few enough for a core's cache, many enough to share inversions. */
    private static final int AT_ONCE = 256;

    private static final BigInteger LAST = P256Group.CURVE.getOrder().subtract(BigInteger.ONE);

    private final PlatformAgreement agreement;
    private final BouncyCastleP256 atTheEdges = new BouncyCastleP256();

    /** @throws IllegalArgumentException if the provider knows no ECDH on P-256, or gets the RFC's vector wrong */
    public PlatformP256(Provider provider) {
        PlatformAgreement onKeys = PlatformAgreement.p256(provider);
        if (!isRight(onKeys)) {
            throw new IllegalArgumentException(provider.getName() + " computes ECDH on P-256 wrongly");
        }
        this.agreement = takesEncodings(onKeys) ? onKeys.onEncodings() : onKeys;
    }

    private static boolean isRight(PlatformAgreement agreement) {
        PlatformAgreement.Multiplier multiplier =
                agreement.by(Secret.copyOf(HexFormat.of().parseHex(SCALAR)));
        byte[] product = multiplier.times(multiplier.point(P256Group.GENERATOR.getEncoded(false)));
        return HexFormat.of().formatHex(product).equals(PRODUCT);
    }

    private static boolean takesEncodings(PlatformAgreement agreement) {
        try {
            return isRight(agreement.onEncodings());
        } catch (RuntimeException refused) {
            return false;
        }
    }

    @Override
    public String provider() {
        return agreement.provider().getName();
    }

    @Override
    public Column coordinates(AffinePoints points, Secret scalar) {
        PlatformAgreement.Multiplier multiplier = agreement.by(scalar);
        byte[] rows = new byte[Math.multiplyExact(points.count(), LENGTH)];
        for (int i = 0; i < points.count(); i++) {
            byte[] point = P256Group.FLAT.encoded(points.x(), points.y(), i);
            System.arraycopy(multiplier.times(multiplier.point(point)), 0, rows, i * LENGTH, LENGTH);
        }
        return Column.owning(rows, LENGTH);
    }

    /** @throws IllegalStateException if what the provider gives is no point of the curve */
    @Override
    public AffinePoints products(AffinePoints points, Secret scalar) {
        BigInteger number = scalar.use(bytes -> new BigInteger(1, bytes));
        if (number.equals(BigInteger.ONE) || number.equals(LAST)) {
            // kP is P or -P, with the same x, and the law of addition is another one
            return atTheEdges.products(points, scalar);
        }
        PlatformAgreement.Multiplier first = agreement.by(scalar);
        Secret following = Secret.copyOf(BigIntegers.asUnsignedByteArray(LENGTH, number.add(BigInteger.ONE)));
        PlatformAgreement.Multiplier second = agreement.by(following);
        following.destroy();
        AffinePoints products = new AffinePoints(P256Group.FLAT, points.count());
        for (int from = 0; from < points.count(); from += AT_ONCE) {
            AffinePoints batch = points.slice(from, Math.min(from + AT_ONCE, points.count()));
            products.fill(from, new PlatformProducts(first, second, batch).all());
        }
        return products;
    }
}
