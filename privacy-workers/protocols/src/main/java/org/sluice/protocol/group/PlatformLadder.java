package org.sluice.protocol.group;

import java.security.Provider;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.sluice.protocol.Secret;

/**
 * X25519 of a security provider of the platform, which may run as native code.
 *
 * <p>The provider keeps the scalar in a key object of its own, which lives until the garbage collector takes it and
 * cannot be wiped from here.
 */
public final class PlatformLadder implements Ladder {

    /** RFC 7748 section 5.2, first vector. */
    private static final String SCALAR = "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4";

    private static final String POINT = "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c";
    private static final String PRODUCT = "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552";

    private final PlatformAgreement agreement;

    /** @throws IllegalArgumentException if the provider knows no X25519, or gets the RFC's first vector wrong */
    public PlatformLadder(Provider provider) {
        this.agreement = PlatformAgreement.x25519(provider);
        Secret scalar = Secret.copyOf(HexFormat.of().parseHex(SCALAR));
        byte[] product = by(scalar).apply(HexFormat.of().parseHex(POINT));
        if (!HexFormat.of().formatHex(product).equals(PRODUCT)) {
            throw new IllegalArgumentException(provider.getName() + " computes X25519 wrongly");
        }
    }

    @Override
    public String provider() {
        return agreement.provider().getName();
    }

    @Override
    public UnaryOperator<byte[]> by(Secret scalar) {
        PlatformAgreement.Multiplier multiplier = agreement.by(scalar);
        return point -> multiplier.times(multiplier.point(point));
    }
}
