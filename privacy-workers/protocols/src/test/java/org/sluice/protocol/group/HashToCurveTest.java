package org.sluice.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 9380 appendices J.1.1, J.1.2, J.4.1 and J.4.2: whole points, both coordinates. */
class HashToCurveTest {

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void reachesThePublishedPointsOfP256(Encoding encoding) {
        JsonNode suite = Vectors.read(
                "rfc9380-P256_XMD-SHA-256_SSWU_" + encoding.suffix().replace("_", "") + ".json");
        P256Group group = new P256Group(encoding);
        byte[] dst = Vectors.bytes(suite.get("dst"));

        assertThat(group.suite()).isEqualTo(suite.get("ciphersuite").asText());
        assertThat(suite.get("vectors")).hasSize(5).allSatisfy(vector -> {
            byte[] message = Vectors.bytes(vector.get("msg"));
            ECPoint point = group.hashToPoint(message, dst);
            assertThat(List.of(
                            point.getAffineXCoord().toBigInteger(),
                            point.getAffineYCoord().toBigInteger()))
                    .isEqualTo(coordinates(vector.get("P")));
            assertThat(new BigInteger(1, group.encode(group.hashToElement(message, dst))))
                    .isEqualTo(Vectors.number(vector.get("P").get("x")));
        });
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void reachesThePublishedPointsOfCurve25519(Encoding encoding) {
        JsonNode suite = Vectors.read(
                "rfc9380-curve25519_XMD-SHA-512_ELL2_" + encoding.suffix().replace("_", "") + ".json");
        Curve25519Group group = new Curve25519Group(encoding);
        byte[] dst = Vectors.bytes(suite.get("dst"));

        assertThat(group.suite()).isEqualTo(suite.get("ciphersuite").asText());
        assertThat(suite.get("vectors")).hasSize(5).allSatisfy(vector -> {
            byte[] message = Vectors.bytes(vector.get("msg"));
            assertThat(coordinates(group.hashToPoint(message, dst))).isEqualTo(coordinates(vector.get("P")));
            assertThat(little(group.encode(group.hashToElement(message, dst))))
                    .isEqualTo(Vectors.number(vector.get("P").get("x")));
        });
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void passesThePublishedFieldElementsAndMaps(Encoding encoding) {
        JsonNode suite = Vectors.read(
                "rfc9380-curve25519_XMD-SHA-512_ELL2_" + encoding.suffix().replace("_", "") + ".json");
        byte[] dst = Vectors.bytes(suite.get("dst"));

        assertThat(suite.get("vectors")).allSatisfy(vector -> {
            BigInteger[] numbers = MessageExpansion.XMD_SHA_512.toField(
                    Vectors.bytes(vector.get("msg")), dst, encoding.maps(), Field25519.P);
            assertThat(numbers)
                    .containsExactlyElementsOf(
                            Vectors.each(vector.get("u")).map(Vectors::number).toList());
            for (int i = 0; i < numbers.length; i++) {
                JsonNode mapped = vector.get(numbers.length == 1 ? "Q" : "Q" + i);
                assertThat(coordinates(MontgomeryPoint.elligator2(numbers[i]))).isEqualTo(coordinates(mapped));
            }
        });
    }

    private static List<BigInteger> coordinates(JsonNode point) {
        return List.of(Vectors.number(point.get("x")), Vectors.number(point.get("y")));
    }

    private static List<BigInteger> coordinates(MontgomeryPoint point) {
        return List.of(little(point.u().encode()), little(point.v().encode()));
    }

    private static BigInteger little(byte[] encoded) {
        return new BigInteger(1, Arrays.reverse(encoded));
    }
}
