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
import java.util.function.UnaryOperator;
import javax.crypto.KeyAgreement;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;

/**
 * The ladder of a security provider of the platform, which may run as native code.
 *
 * <p>The provider keeps the scalar in a key object of its own, which lives until the garbage collector takes it and
 * cannot be wiped from here.
 */
public final class PlatformLadder implements Ladder {

    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b656e032100");
    private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b656e04220420");

    /** RFC 7748 section 5.2, first vector. */
    private static final String SCALAR = "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4";

    private static final String POINT = "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c";
    private static final String PRODUCT = "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552";

    private final Provider provider;

    /** @throws IllegalArgumentException if the provider knows no X25519, or gets the RFC's first vector wrong */
    public PlatformLadder(Provider provider) {
        this.provider = provider;
        Secret scalar = Secret.copyOf(HexFormat.of().parseHex(SCALAR));
        byte[] product = by(scalar).apply(HexFormat.of().parseHex(POINT));
        if (!HexFormat.of().formatHex(product).equals(PRODUCT)) {
            throw new IllegalArgumentException(provider.getName() + " computes X25519 wrongly");
        }
    }

    @Override
    public String provider() {
        return provider.getName();
    }

    @Override
    public UnaryOperator<byte[]> by(Secret scalar) {
        try {
            KeyFactory keys = KeyFactory.getInstance("XDH", provider);
            KeyAgreement agreement = KeyAgreement.getInstance("XDH", provider);
            PrivateKey key = scalar.use(bytes -> privateKey(keys, bytes));
            return u -> product(keys, agreement, key, u);
        } catch (GeneralSecurityException unknown) {
            throw new IllegalArgumentException(provider.getName() + " knows no X25519", unknown);
        }
    }

    private static PrivateKey privateKey(KeyFactory keys, byte[] scalar) {
        byte[] encoded = join(PRIVATE_PREFIX, scalar);
        try {
            return keys.generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("A scalar of Curve25519 has 32 bytes", refused);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private static byte[] product(KeyFactory keys, KeyAgreement agreement, PrivateKey key, byte[] u) {
        try {
            PublicKey point = keys.generatePublic(new X509EncodedKeySpec(join(PUBLIC_PREFIX, u)));
            agreement.init(key);
            agreement.doPhase(point, true);
            return agreement.generateSecret();
        } catch (InvalidKeyException lowOrder) {
            throw new Misbehaviour("Curve25519: the product is the identity");
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The platform's X25519 fails on a good key", broken);
        }
    }

    private static byte[] join(byte[] prefix, byte[] rest) {
        byte[] joined = Arrays.copyOf(prefix, prefix.length + rest.length);
        System.arraycopy(rest, 0, joined, prefix.length, rest.length);
        return joined;
    }
}
