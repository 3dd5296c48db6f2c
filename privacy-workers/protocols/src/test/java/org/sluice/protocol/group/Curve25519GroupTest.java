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

class Curve25519GroupTest {

    private static final HexFormat HEX = HexFormat.of();

    private final Curve25519Group group = new Curve25519Group(Encoding.NONUNIFORM);

    @ParameterizedTest
    @CsvSource({
        "0000000000000000000000000000000000000000000000000000000000000000, all-zero bytes stand for the identity",
        "0100000000000000000000000000000000000000000000000000000000000000, the point has low order",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f, the point has low order",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800, the point has low order",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157, the point has low order",
        // p, p + 1, p + 9 (9 is the base point)
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f, the u-coordinate is not reduced",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f, the u-coordinate is not reduced",
        "f6ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f, the u-coordinate is not reduced",
        "0900000000000000000000000000000000000000000000000000000000000080, bit 255 of an element is set",
        "0200000000000000000000000000000000000000000000000000000000000000, the u-coordinate lies on the twist"
    })
    void refusesBadEncodingWithItsOwnMessage(String encoded, String message) {
        assertThatThrownBy(() -> group.decode(HEX.parseHex(encoded)))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("Curve25519: " + message);
    }

    /** RFC 7748 section 5.2; its points are read unchecked, since the second sets bit 255 and expects it masked. */
    @ParameterizedTest
    @CsvSource({
        "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4,"
                + "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c,"
                + "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
        "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d,"
                + "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493,"
                + "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957"
    })
    void multipliesAsPublished(String scalar, String u, String product) {
        assertThat(multiply(HEX.parseHex(scalar), HEX.parseHex(u))).isEqualTo(HEX.parseHex(product));
    }

    /** RFC 7748 section 5.2, the iterated vector. */
    @ParameterizedTest
    @CsvSource({
        "1, 422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079",
        "1000, 684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51"
    })
    void multipliesAsPublishedAgainAndAgain(int iterations, String last) {
        byte[] u = new byte[32];
        u[0] = 9;
        byte[] k = u.clone();
        for (int i = 0; i < iterations; i++) {
            byte[] next = multiply(k, u);
            u = k;
            k = next;
        }
        assertThat(k).isEqualTo(HEX.parseHex(last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"
            })
    void noticesTheIdentityEvenBehindTheCheckOfEncodings(String lowOrder) {
        byte[] scalar = new byte[32];
        scalar[5] = 77;

        assertThatThrownBy(() -> multiply(scalar, HEX.parseHex(lowOrder)))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("Curve25519: the product is the identity");
    }

    @Test
    void addsAndDoublesConsistently() {
        MontgomeryPoint point = group.hashToPoint(new byte[] {1}, new byte[] {1});
        MontgomeryPoint other = group.hashToPoint(new byte[] {2}, new byte[] {1});

        assertThat(encoded(point.plus(point))).isEqualTo(encoded(point.doubled()));
        assertThat(encoded(point.plus(other).plus(other))).isEqualTo(encoded(point.plus(other.doubled())));
        assertThat(encoded(point.plus(other))).isEqualTo(encoded(other.plus(point)));
        assertThatThrownBy(() ->
                        point.plus(new MontgomeryPoint(point.u(), point.v().negated())))
                .isInstanceOf(ArithmeticException.class);
    }

    /** One point and its sums with the torsion point (0, 0): two encodings, one product. */
    @Test
    void mergesPointsThatDifferByLowOrder() {
        MontgomeryPoint point = group.hashToPoint(new byte[] {1}, new byte[] {1});
        MontgomeryPoint shifted = point.plus(new MontgomeryPoint(Field25519.ZERO, Field25519.ZERO));
        Secret scalar = Secret.copyOf(new byte[32]);

        assertThat(group.decode(shifted.u().encode()))
                .isNotEqualTo(group.decode(point.u().encode()));
        assertThat(group.multiply(group.decode(shifted.u().encode()), scalar))
                .isEqualTo(group.multiply(group.decode(point.u().encode()), scalar));
    }

    private static String encoded(MontgomeryPoint point) {
        return HEX.formatHex(point.u().encode()) + HEX.formatHex(point.v().encode());
    }

    private byte[] multiply(byte[] scalar, byte[] u) {
        return group.encode(group.multiply(new Curve25519Element(u), Secret.copyOf(scalar)));
    }
}
