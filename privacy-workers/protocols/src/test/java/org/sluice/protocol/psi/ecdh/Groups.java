package org.sluice.protocol.psi.ecdh;

import java.util.stream.Stream;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.P256Group;
import org.sluice.protocol.group.Sm2Group;

/** Every group there is. */
final class Groups {

    private Groups() {}

    static Stream<DiffieHellmanGroup> all() {
        return Stream.of(
                new Curve25519Group(Encoding.NONUNIFORM),
                new Curve25519Group(Encoding.RANDOM_ORACLE),
                new P256Group(Encoding.NONUNIFORM),
                new P256Group(Encoding.RANDOM_ORACLE),
                new Sm2Group(Encoding.NONUNIFORM));
    }
}
