package org.sluice.protocol.group;

import java.security.Provider;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Column;
import org.sluice.protocol.Secret;

/** ECDH on P-256 of a security provider of the platform, three times as fast as BouncyCastle where it runs as native code. */
public final class P256Agreement {

    /** RFC 5903 section 8.1: the initiator's private key and the coordinates of its public key. */
    private static final String SCALAR = "c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433";

    private static final String PRODUCT = "dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c3772581180";

    private static final int LENGTH = WeierstrassGroup.LENGTH;
    private static final byte UNCOMPRESSED = 4;

    private final PlatformAgreement agreement;

    /** @throws IllegalArgumentException if the provider knows no ECDH on P-256, or gets the RFC's vector wrong */
    public P256Agreement(Provider provider) {
        this.agreement = PlatformAgreement.p256(provider);
        Secret scalar = Secret.copyOf(HexFormat.of().parseHex(SCALAR));
        Column product = products(new ECPoint[] {P256Group.GENERATOR}, scalar);
        if (!HexFormat.of().formatHex(product.row(0)).equals(PRODUCT)) {
            throw new IllegalArgumentException(provider.getName() + " computes ECDH on P-256 wrongly");
        }
    }

    /** The library's name, for logs and benchmarks. */
    public String provider() {
        return agreement.provider().getName();
    }

    /** The x-coordinates of all points times the scalar. */
    Column products(ECPoint[] points, Secret scalar) {
        UnaryOperator<byte[]> multiplier = agreement.by(scalar);
        byte[] rows = new byte[Math.multiplyExact(points.length, LENGTH)];
        byte[] point = new byte[1 + 2 * LENGTH];
        point[0] = UNCOMPRESSED;
        for (int i = 0; i < points.length; i++) {
            points[i].getAffineXCoord().encodeTo(point, 1);
            points[i].getAffineYCoord().encodeTo(point, 1 + LENGTH);
            System.arraycopy(multiplier.apply(point), 0, rows, i * LENGTH, LENGTH);
        }
        return Column.owning(rows, LENGTH);
    }
}
