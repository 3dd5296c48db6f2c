package org.sluice.protocol.psi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.P256Group;

/** Invented items, and terms over each group. */
final class Samples {

    private Samples() {}

    static Stream<DiffieHellmanGroup> groups() {
        return Stream.of(
                new Curve25519Group(Encoding.NONUNIFORM),
                new Curve25519Group(Encoding.RANDOM_ORACLE),
                new P256Group(Encoding.NONUNIFORM),
                new P256Group(Encoding.RANDOM_ORACLE));
    }

    static Terms terms(DiffieHellmanGroup group) {
        return new Terms(group, new byte[Terms.SALT_LENGTH], 0, 1000, 2);
    }

    static Terms terms() {
        return terms(new Curve25519Group(Encoding.NONUNIFORM));
    }

    static List<byte[]> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(Samples::item).toList();
    }

    static byte[] item(int number) {
        return ("firm-" + number).getBytes(StandardCharsets.US_ASCII);
    }
}
