package org.sluice.worker.jobs;

import java.security.Provider;
import java.security.Security;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.group.BouncyCastleLadder;
import org.sluice.protocol.group.Ladder;
import org.sluice.protocol.group.PlatformLadder;

/** Which library computes X25519 here. */
public final class Ladders {

    private static final Logger LOG = LoggerFactory.getLogger(Ladders.class);
    private static final String CONSCRYPT = "org.conscrypt.OpenSSLProvider";

    private Ladders() {}

    /**
     * The ladder of this name: {@code bouncycastle}, {@code conscrypt} or an installed provider of the platform;
     * {@code auto} takes Conscrypt where its native library runs and BouncyCastle elsewhere.
     *
     * @throws IllegalArgumentException if it does not run here
     */
    public static Ladder of(String name) {
        return switch (name) {
            case "bouncycastle" -> new BouncyCastleLadder();
            case "conscrypt" -> new PlatformLadder(conscrypt());
            case "auto" -> fastest();
            default -> new PlatformLadder(installed(name));
        };
    }

    private static Ladder fastest() {
        try {
            return of("conscrypt");
        } catch (IllegalArgumentException missing) {
            LOG.info("X25519 runs on BouncyCastle: {}", missing.getMessage());
            return new BouncyCastleLadder();
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
