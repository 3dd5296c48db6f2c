package org.sluice.protocol.psi.sum;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.sluice.protocol.Column;
import org.sluice.protocol.Secret;

/**
 * The value holder's key pair of one run: ElGamal with the value in the exponent, (rG, vG + rK), 66 bytes. Whoever holds
 * the secret s encrypts with multiples of the generator alone, since vG + rK = (v + rs)G.
 */
final class ValueKey {

    /** Bytes of a ciphertext. */
    static final int CIPHERTEXT = 2 * P256.POINT;

    private final SecureRandom random;
    private final Secret secret;
    private final byte[] publicKey;

    ValueKey(SecureRandom random) {
        this.random = random;
        byte[] scalar = BigIntegers.asUnsignedByteArray(P256.LENGTH, P256.scalar(random));
        this.secret = Secret.copyOf(scalar);
        this.publicKey = FixedBase.multiples(Column.owning(scalar, P256.LENGTH)).row(0);
        Arrays.fill(scalar, (byte) 0);
    }

    /** The compressed point K. */
    byte[] publicKey() {
        return publicKey.clone();
    }

    /** A fresh ciphertext of each value, in order; may be called by several threads. */
    Column encrypt(Column values) {
        byte[] scalars = secret.use(bytes -> scalars(values, new BigInteger(1, bytes)));
        Column points = FixedBase.multiples(Column.owning(scalars, P256.LENGTH));
        Arrays.fill(scalars, (byte) 0);
        return Column.owning(points.rows(0, points.count()), CIPHERTEXT);
    }

    /** For each value r and v + rs. */
    private byte[] scalars(Column values, BigInteger secretScalar) {
        byte[] scalars = new byte[Math.multiplyExact(values.count(), 2 * P256.LENGTH)];
        for (int i = 0; i < values.count(); i++) {
            BigInteger r = P256.scalar(random);
            BigInteger masked = BigInteger.valueOf(values.longAt(i, 0))
                    .add(r.multiply(secretScalar))
                    .mod(P256.ORDER);
            if (masked.signum() == 0) {
                throw new ArithmeticException("A ciphertext became the identity, which one in 2^256 does");
            }
            put(r, scalars, 2 * i);
            put(masked, scalars, 2 * i + 1);
        }
        return scalars;
    }

    private static void put(BigInteger scalar, byte[] scalars, int index) {
        BigIntegers.asUnsignedByteArray(scalar, scalars, index * P256.LENGTH, P256.LENGTH);
    }

    /** vG of a ciphertext of v. */
    ECPoint open(ECPoint first, ECPoint second) {
        return secret.use(bytes -> second.subtract(first.multiply(new BigInteger(1, bytes))));
    }

    void destroy() {
        secret.destroy();
    }
}
