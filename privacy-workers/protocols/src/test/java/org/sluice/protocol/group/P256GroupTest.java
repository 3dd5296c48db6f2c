package org.sluice.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;

class P256GroupTest {

    private static final HexFormat HEX = HexFormat.of();

    private final P256Group group = new P256Group(Encoding.NONUNIFORM);

    @ParameterizedTest
    @CsvSource({
        "0000000000000000000000000000000000000000000000000000000000000000, all-zero bytes stand for the identity",
        // p, p + 5 (5 is the x-coordinate of a point) and the greatest 32-byte number
        "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff, the x-coordinate is not reduced",
        "ffffffff00000001000000000000000000000001000000000000000000000004, the x-coordinate is not reduced",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, the x-coordinate is not reduced",
        "0000000000000000000000000000000000000000000000000000000000000001, no point of the curve has this x-coordinate"
    })
    void refusesBadEncodingWithItsOwnMessage(String encoded, String message) {
        assertThatThrownBy(() -> group.decode(HEX.parseHex(encoded)))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("P-256: " + message);
    }

    /** The base point of FIPS 186-4 and twice, thrice it. */
    @ParameterizedTest
    @CsvSource({
        "1, 6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
        "2, 7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978",
        "3, 5ecbe4d1a6330a44c8f7ef951d4bf165e6c6b721efada985fb41661bc6e7fd6c"
    })
    void multipliesTheBasePoint(int scalar, String product) {
        Element base = group.decode(HEX.parseHex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"));
        byte[] bytes = new byte[32];
        bytes[31] = (byte) scalar;

        assertThat(group.encode(group.multiply(base, Secret.copyOf(bytes)))).isEqualTo(HEX.parseHex(product));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void refusesScalarsOutOfRange(String scalar) {
        Element element = group.hashToElement(new byte[1], new byte[] {1});

        assertThatThrownBy(() -> group.multiply(element, Secret.copyOf(HEX.parseHex(scalar))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A scalar of P-256 has 32 bytes and lies between 1 and n - 1");
    }

    @Test
    void acceptsGreatestScalar() {
        Element element = group.hashToElement(new byte[1], new byte[] {1});
        Secret minusOne =
                Secret.copyOf(HEX.parseHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550"));

        assertThat(group.multiply(element, minusOne)).isEqualTo(element);
    }
}
