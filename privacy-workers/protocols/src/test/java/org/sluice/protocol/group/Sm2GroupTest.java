package org.sluice.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;

/** Nobody has published vectors for hashing into the curve of SM2: a second computation stands for them, and frozen ones. */
class Sm2GroupTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] DST = ascii("SLUICE-SM2_XMD:SM3_SSWU_NU_v1");

    /** GB/T 32918.5. */
    private static final BigInteger P =
            new BigInteger("fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff", 16);

    private static final BigInteger A = P.subtract(BigInteger.valueOf(3));
    private static final BigInteger B =
            new BigInteger("28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93", 16);
    private static final SswuTwin TWIN = new SswuTwin(P, A, B, P.subtract(BigInteger.valueOf(9)));

    private final SecureRandom random = new SecureRandom();
    private final Sm2Group group = new Sm2Group(Encoding.NONUNIFORM);

    /** The same search finds the RFC's own value for P-256. */
    @Test
    void takesTheZThatTheCriteriaOfTheRfcGive() {
        BigInteger p256 = new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
        BigInteger b256 = new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);

        assertThat(SswuTwin.findZ(p256, p256.subtract(BigInteger.valueOf(3)), b256))
                .isEqualTo(-10);
        assertThat(SswuTwin.findZ(P, A, B)).isEqualTo(-9);
    }

    @ParameterizedTest
    @CsvSource({
        "'',"
                + "2c177f5bcfff2fbccf8db39810213b309126c03532de650de0f585cdde484b1a,"
                + "b470bf91a8482ce0304d6b07f4306e83e57214eccc71620b5dc03b49e12fdd67",
        "abc,"
                + "6a87bebba5d3e8a046332cf15d8a67af01dd6e8082e24201eacc4a9b8e96ad6d,"
                + "c296455382e746e53ff41f7cbb9b9bce5fe25ab9d294b101e2508dab5d66272e",
        "abcdef0123456789,"
                + "f63cd1d866bf34dd4506ec9ef885a8255d4c5587ff440bb30dbe561ff9a98606,"
                + "7b3eae616ec37250a46057574fcb540908e34c5f06432a78e8b0e45782788235",
        "q128_qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq,"
                + "71fcbd4bee6fff0c0446e5ee12cb83d424107abcfa74df72a43d027fde396ac9,"
                + "fc6046b19454094eaaff791eff386fdbae60e217980efacc87de735981cf1486",
        "a512_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"
                + "4ef66bd91691da53bb706767c633e035ad84d4e752cbb154b19a8eb21e0c3ea0,"
                + "6a1021df40b20c2d7aa5cce60971da3359cd1afd9664aacb7c78b41e76de0ec3"
    })
    void reachesTheFrozenPoints(String message, String x, String y) {
        ECPoint point = group.hashToPoint(ascii(message), DST);

        assertThat(HEX.formatHex(point.getAffineXCoord().getEncoded())).isEqualTo(x);
        assertThat(HEX.formatHex(point.getAffineYCoord().getEncoded())).isEqualTo(y);
        List<BigInteger> twin =
                TWIN.map(TWIN.toField(new SM3.Digest(), ascii(message), DST, 1).get(0));
        assertThat(TWIN.isOnCurve(twin)).isTrue();
        assertThat(twin).containsExactly(new BigInteger(x, 16), new BigInteger(y, 16));
    }

    @Test
    void agreesWithItsTwinOnAnyMessage() {
        for (int i = 0; i < 100; i++) {
            byte[] message = new byte[i];
            random.nextBytes(message);
            List<BigInteger> numbers = TWIN.toField(new SM3.Digest(), message, DST, 2);
            ECPoint uniform = new Sm2Group(Encoding.RANDOM_ORACLE).hashToPoint(message, DST);
            ECPoint sum = point(TWIN.map(numbers.get(0)))
                    .add(point(TWIN.map(numbers.get(1))))
                    .normalize();

            assertThat(sum).isEqualTo(uniform);
            assertThat(coordinates(group.hashToPoint(message, DST)))
                    .isEqualTo(TWIN.map(
                            TWIN.toField(new SM3.Digest(), message, DST, 1).get(0)));
        }
    }

    @Test
    void masksColumnsAsItsTwinWould() {
        Column items = Column.of(ascii("aaaabbbb"), 4);
        Secret scalar = group.sampleScalar(random);
        BigInteger number = scalar.use(bytes -> new BigInteger(1, bytes));

        Column masked = group.hashAndMultiply(items, DST, scalar);

        ECPoint second = point(
                TWIN.map(TWIN.toField(new SM3.Digest(), ascii("bbbb"), DST, 1).get(0)));
        assertThat(masked.row(1))
                .isEqualTo(second.multiply(number).normalize().getAffineXCoord().getEncoded());
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000000000000000000000000000000000000000000000000000, all-zero bytes stand for the identity",
        "fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff, the x-coordinate is not reduced",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, the x-coordinate is not reduced",
        "0000000000000000000000000000000000000000000000000000000000000002, no point of the curve has this x-coordinate"
    })
    void refusesBadEncodingWithItsOwnMessage(String encoded, String message) {
        assertThatThrownBy(() -> group.decode(HEX.parseHex(encoded)))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("SM2: " + message);
    }

    /** The base point of GB/T 32918.5 and, by the standard's order, its negative. */
    @Test
    void multipliesInTheGroupOfTheStandard() {
        Element base = group.decode(HEX.parseHex("32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7"));
        Secret minusOne =
                Secret.copyOf(HEX.parseHex("fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122"));
        Secret order = Secret.copyOf(HEX.parseHex("fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123"));

        assertThat(group.multiply(base, minusOne)).isEqualTo(base);
        assertThatThrownBy(() -> group.multiply(base, order))
                .hasMessage("A scalar of SM2 has 32 bytes and lies between 1 and n - 1");
    }

    private static ECPoint point(List<BigInteger> coordinates) {
        return Sm2Group.CURVE.createPoint(coordinates.get(0), coordinates.get(1));
    }

    private static List<BigInteger> coordinates(ECPoint point) {
        return List.of(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
