package org.sluice.worker.jobs;

import java.security.Provider;
import java.security.Security;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.group.BouncyCastleLadder;
import org.sluice.protocol.group.BouncyCastleP256;
import org.sluice.protocol.group.Ladder;
import org.sluice.protocol.group.P256Multiplier;
import org.sluice.protocol.group.PlatformLadder;
import org.sluice.protocol.group.PlatformP256;

/** Which libraries compute X25519 and P-256 here. */
public record Libraries(Ladder ladder, P256Multiplier p256) {

    private static final Logger LOG = LoggerFactory.getLogger(Libraries.class);
    private static final String CONSCRYPT = "org.conscrypt.OpenSSLProvider";

    /**
     * The libraries of this name: {@code bouncycastle}, {@code conscrypt} or an installed provider of the platform;
     * {@code auto} takes Conscrypt where its native library runs and BouncyCastle elsewhere. A provider without P-256 leaves that to
     * BouncyCastle.
     *
     * @throws IllegalArgumentException if it does not run here
     */
    public static Libraries of(String name) {
        return switch (name) {
            case "bouncycastle" -> bouncyCastle();
            case "conscrypt" -> of(conscrypt());
            case "auto" -> fastest();
            default -> of(installed(name));
        };
    }

    private static Libraries bouncyCastle() {
        return new Libraries(new BouncyCastleLadder(), new BouncyCastleP256());
    }

    private static Libraries of(Provider provider) {
        return new Libraries(new PlatformLadder(provider), p256(provider));
    }

    private static P256Multiplier p256(Provider provider) {
        try {
            return new PlatformP256(provider);
        } catch (IllegalArgumentException missing) {
            LOG.info("P-256 runs on BouncyCastle: {}", missing.getMessage());
            return new BouncyCastleP256();
        }
    }

    private static Libraries fastest() {
        try {
            return of("conscrypt");
        } catch (IllegalArgumentException missing) {
            LOG.info("X25519 and P-256 run on BouncyCastle: {}", missing.getMessage());
            return bouncyCastle();
        }
    }

    /** By name, since its jar may be left out. */
    private static Provider conscrypt() {
        try {
            return Class.forName(CONSCRYPT)
                    .asSubclass(Provider.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError missing) {
            throw new IllegalArgumentException("Conscrypt does not run here", missing);
        }
    }

    private static Provider installed(String name) {
        Provider provider = Security.getProvider(name);
        if (provider == null) {
            throw new IllegalArgumentException("there is no security provider of this name");
        }
        return provider;
    }
}
