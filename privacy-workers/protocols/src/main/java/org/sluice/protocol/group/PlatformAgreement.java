package org.sluice.protocol.group;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KeyAgreement;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;

/**
 * Multiplication by a provider's key agreement: public keys are points behind a fixed prefix (RFC 5280), private ones are
 * scalars behind another (RFC 5208).
 *
 * <p>The provider keeps the scalar in a key object of its own, which lives until the garbage collector takes it and cannot
 * be wiped from here.
 *
 * @param name of the curve, as messages call it
 * @param keys the algorithm of the key factory
 * @param agreement that of the key agreement
 * @param takesEncodings whether public keys need not come from the key factory
 */
record PlatformAgreement(
        Provider provider,
        String name,
        String keys,
        String agreement,
        String publicPrefix,
        String privatePrefix,
        boolean takesEncodings) {

    static PlatformAgreement x25519(Provider provider) {
        return new PlatformAgreement(
                provider,
                "Curve25519",
                "XDH",
                "XDH",
                "302a300506032b656e032100",
                "302e020100300506032b656e04220420",
                false);
    }

    static PlatformAgreement p256(Provider provider) {
        return new PlatformAgreement(
                provider,
                "P-256",
                "EC",
                "ECDH",
                "3059301306072a8648ce3d020106082a8648ce3d030107034200",
                "3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420",
                false);
    }

    /**
     * The same, but handing over a point's encoding itself as the public key. A provider that reads it within the agreement
     * does so for a sixth of what its key factory takes, whose objects wait for a finalizer; another one refuses it.
     */
    PlatformAgreement onEncodings() {
        return new PlatformAgreement(provider, name, keys, agreement, publicPrefix, privatePrefix, true);
    }

    /** A public key that is no more than its encoding. */
    private static final class EncodedKey implements PublicKey {

        private static final long serialVersionUID = 1;

        private final String algorithm;
        private final byte[] encoded;

        private EncodedKey(String algorithm, byte[] encoded) {
            this.algorithm = algorithm;
            this.encoded = encoded;
        }

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return encoded.clone();
        }
    }

    /** Multiplies by a scalar; for use by one thread. */
    Multiplier by(Secret scalar) {
        try {
            KeyFactory factory = KeyFactory.getInstance(keys, provider);
            PrivateKey key = scalar.use(bytes -> privateKey(factory, bytes));
            return new Multiplier(factory, KeyAgreement.getInstance(agreement, provider), key);
        } catch (GeneralSecurityException unknown) {
            throw new IllegalArgumentException(provider.getName() + " knows no " + agreement + " on " + name, unknown);
        }
    }

    /** By one scalar. */
    final class Multiplier {

        private final KeyFactory factory;
        private final KeyAgreement multiplier;
        private final PrivateKey key;
        private final byte[] prefix = HexFormat.of().parseHex(publicPrefix);

        private Multiplier(KeyFactory factory, KeyAgreement multiplier, PrivateKey key) {
            this.factory = factory;
            this.multiplier = multiplier;
            this.key = key;
        }

        /** As any multiplier of this agreement takes it; the encoding has been checked before. */
        PublicKey point(byte[] encoded) {
            byte[] key = join(prefix, encoded);
            if (takesEncodings) {
                return new EncodedKey(keys, key);
            }
            try {
                return factory.generatePublic(new X509EncodedKeySpec(key));
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException("The platform's " + agreement + " refuses a good point", broken);
            }
        }

        /** The encoded coordinate of the product. */
        byte[] times(PublicKey point) {
            try {
                multiplier.init(key);
                multiplier.doPhase(point, true);
                return multiplier.generateSecret();
            } catch (InvalidKeyException lowOrder) {
                throw new Misbehaviour(name + ": the product is the identity");
            }
        }
    }

    private PrivateKey privateKey(KeyFactory factory, byte[] scalar) {
        byte[] encoded = join(HexFormat.of().parseHex(privatePrefix), scalar);
        try {
            return factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("A scalar of " + name + " has 32 bytes", refused);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private static byte[] join(byte[] prefix, byte[] rest) {
        byte[] joined = Arrays.copyOf(prefix, prefix.length + rest.length);
        System.arraycopy(rest, 0, joined, prefix.length, rest.length);
        return joined;
    }
}
