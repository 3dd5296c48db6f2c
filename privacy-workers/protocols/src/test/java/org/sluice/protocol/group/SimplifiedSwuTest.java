package org.sluice.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches of the map and sums of its points, against the steps of the RFC on big numbers and against BouncyCastle. */
class SimplifiedSwuTest {

    private final Random random = new Random(9380);

    /** A curve with its map, and the map's twin. */
    private record Case(ECCurve curve, Curve256 flat, int z) {

        BigInteger prime() {
            return flat.field().prime();
        }

        SswuTwin twin() {
            return new SswuTwin(
                    prime(),
                    curve.getA().toBigInteger(),
                    curve.getB().toBigInteger(),
                    BigInteger.valueOf(z).mod(prime()));
        }

        AffinePoints map(List<BigInteger> numbers) {
            long[] decoded = Field256.numbers(numbers.size());
            for (int i = 0; i < numbers.size(); i++) {
                flat.field().decode(BigIntegers.asUnsignedByteArray(Field256.LENGTH, numbers.get(i)), 0, decoded, i);
            }
            return new SimplifiedSwu(flat, z).map(decoded, numbers.size());
        }

        /** Zero and the roots of -1/Z, the even one first: those for which Z²u⁴ + Zu² is zero. */
        List<BigInteger> withoutInverse() {
            BigInteger square = BigInteger.valueOf(-z).modInverse(prime());
            BigInteger root = square.modPow(prime().add(BigInteger.ONE).shiftRight(2), prime());
            assertThat(root.pow(2).mod(prime())).isEqualTo(square);
            BigInteger other = prime().subtract(root);
            return root.testBit(0) ? List.of(BigInteger.ZERO, other, root) : List.of(BigInteger.ZERO, root, other);
        }
    }

    static Stream<Case> cases() {
        return Stream.of(new Case(P256Group.CURVE, P256Group.FLAT, -10), new Case(Sm2Group.CURVE, Sm2Group.FLAT, -9));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mapsEachNumberOfABatchAsItsTwinDoes(Case on) {
        List<BigInteger> numbers = new ArrayList<>(on.withoutInverse());
        numbers.addAll(List.of(BigInteger.ONE, on.prime().subtract(BigInteger.ONE)));
        for (int i = 0; i < 300; i++) {
            numbers.add(any(on));
        }

        assertThat(Stream.of(on.map(numbers).points()).map(SimplifiedSwuTest::coordinates))
                .containsExactlyElementsOf(numbers.stream().map(on.twin()::map).toList());
        assertThat(on.map(List.of()).points()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void addsPairsOfOtherPointsAndOfEqualOnes(Case on) {
        BigInteger same = any(on);
        List<BigInteger> numbers = new ArrayList<>(List.of(any(on), any(on), same, same, any(on), BigInteger.ZERO));
        numbers.addAll(on.withoutInverse());
        numbers.add(any(on));
        ECPoint[] points = on.map(numbers).points();

        // zero and the even root reach one point
        assertThat(on.map(numbers).sumsOfPairs().points())
                .containsExactly(IntStream.range(0, numbers.size() / 2)
                        .mapToObj(i -> points[2 * i].add(points[2 * i + 1]).normalize())
                        .toArray(ECPoint[]::new));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesASumThatIsTheIdentity(Case on) {
        BigInteger number = any(on);
        AffinePoints opposite =
                on.map(List.of(any(on), any(on), number, on.prime().subtract(number)));

        assertThat(opposite.points()[2].add(opposite.points()[3]).isInfinity()).isTrue();
        assertThatThrownBy(opposite::sumsOfPairs)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("hashes to the identity");
    }

    /** More items than are hashed at once, and fewer. */
    @ParameterizedTest
    @EnumSource(Encoding.class)
    void hashesManyItemsAsItHashesEach(Encoding encoding) {
        byte[] dst = {1};
        for (WeierstrassGroup group : List.of(new P256Group(encoding), new Sm2Group(encoding))) {
            for (int count : new int[] {0, 1, 150}) {
                List<byte[]> items = IntStream.range(0, count)
                        .mapToObj(i -> Arrays.copyOf(new byte[] {(byte) i}, i))
                        .toList();

                assertThat(group.hashToPoints(items, dst).points())
                        .containsExactly(items.stream()
                                .map(item -> group.hashToPoint(item, dst))
                                .toArray(ECPoint[]::new));
            }
        }
    }

    @Test
    void refusesASquareForZ() {
        assertThatThrownBy(() -> new SimplifiedSwu(P256Group.FLAT, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Z must be no square, and 4 is one");
    }

    private BigInteger any(Case on) {
        return new BigInteger(256, random).mod(on.prime());
    }

    private static List<BigInteger> coordinates(ECPoint point) {
        return List.of(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
    }
}
