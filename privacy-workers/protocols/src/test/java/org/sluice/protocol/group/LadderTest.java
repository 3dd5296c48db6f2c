package org.sluice.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.security.Security;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.conscrypt.OpenSSLProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;

/** Every library's X25519 gives the same bytes, those of RFC 7748. */
class LadderTest {

    private static final HexFormat HEX = HexFormat.of();

    private final SecureRandom random = new SecureRandom();

    static Stream<Ladder> ladders() {
        return Stream.of(
                new BouncyCastleLadder(),
                new PlatformLadder(Security.getProvider("SunEC")),
                new PlatformLadder(new OpenSSLProvider()));
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void multipliesAsPublished(Ladder ladder) {
        byte[] first = multiply(
                ladder,
                HEX.parseHex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"),
                HEX.parseHex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"));
        byte[] second = multiply(
                ladder,
                HEX.parseHex("4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d"),
                HEX.parseHex("e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493"));

        assertThat(HEX.formatHex(first)).isEqualTo("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");
        assertThat(HEX.formatHex(second)).isEqualTo("95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957");
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void multipliesAsPublishedAThousandTimes(Ladder ladder) {
        byte[] u = new byte[32];
        u[0] = 9;
        byte[] k = u.clone();
        for (int i = 0; i < 1000; i++) {
            byte[] next = multiply(ladder, k, u);
            u = k;
            k = next;
        }
        assertThat(HEX.formatHex(k)).isEqualTo("684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51");
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void agreesWithBouncyCastleOnAnyInput(Ladder ladder) {
        Ladder reference = new BouncyCastleLadder();
        for (int i = 0; i < 100; i++) {
            byte[] scalar = random(32);
            byte[] u = random(32);
            u[31] &= 0x7f;

            assertThat(multiply(ladder, scalar, u)).isEqualTo(multiply(reference, scalar, u));
        }
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void noticesTheIdentity(Ladder ladder) {
        byte[] lowOrder = HEX.parseHex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");

        assertThatThrownBy(() -> multiply(ladder, random(32), lowOrder))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("Curve25519: the product is the identity");
    }

    @Test
    void refusesAProviderWithoutTheCurve() {
        assertThatThrownBy(() -> new PlatformLadder(Security.getProvider("SUN")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SUN knows no XDH on Curve25519");
    }

    private static byte[] multiply(Ladder ladder, byte[] scalar, byte[] u) {
        return ladder.by(Secret.copyOf(scalar)).apply(u);
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
