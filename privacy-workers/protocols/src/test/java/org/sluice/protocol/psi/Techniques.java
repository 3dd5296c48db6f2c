package org.sluice.protocol.psi;

import java.security.SecureRandom;
import java.util.stream.Stream;
import org.conscrypt.OpenSSLProvider;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.PlatformLadder;
import org.sluice.protocol.psi.ecdh.Ecdh;

/** All techniques that keep the contract of {@link PsiContractTest}; a line each. */
final class Techniques {

    private Techniques() {}

    static Stream<Technique> all() {
        SecureRandom random = new SecureRandom();
        return Stream.of(new Ecdh(
                BatchedGroup.alone(new Curve25519Group(Encoding.NONUNIFORM, new PlatformLadder(new OpenSSLProvider()))),
                random));
    }
}
