package org.sluice.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signs are found where they can be, and never given where there is a doubt. */
class SignSearchTest {

    private static final Curve256 CURVE = P256Group.FLAT;

    private final Random random = new Random(7);
    private final BigInteger scalar = new BigInteger(250, random);

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 14, 15, 16, 100})
    void findsAllSignsOfUnrelatedPoints(int count) {
        for (int round = 0; round < 5; round++) {
            ECPoint[] points = unrelated(count);
            AffinePoints products = withRandomSigns(points);

            assertThat(search(points, products, this::multiplied)).isEqualTo(new BitSet());
            assertThat(products.points()).isEqualTo(multiplied(points));
        }
    }

    /** Each of the 128 patterns. */
    @Test
    void findsEveryPattern() {
        ECPoint[] points = unrelated(8);
        ECPoint[] right = multiplied(points);
        for (int pattern = 0; pattern < 128; pattern++) {
            ECPoint[] turned = right.clone();
            for (int i = 1; i < 8; i++) {
                turned[i] = (pattern >> (i - 1) & 1) == 1 ? right[i].negate() : right[i];
            }
            AffinePoints products = flat(turned);

            assertThat(search(points, products, this::multiplied)).isEqualTo(new BitSet());
            assertThat(products.points()).isEqualTo(right);
        }
    }

    @Test
    void doubtsEqualPointsThatAreToBeAdded() {
        ECPoint[] points = unrelated(15);
        points[3] = points[2];

        assertDoubt(points, this::multiplied);
    }

    @Test
    void findsTheSignsOfEqualPointsThatMeetInSumsAlone() {
        ECPoint[] points = unrelated(15);
        points[4] = points[3];
        AffinePoints products = withRandomSigns(points);

        assertThat(search(points, products, this::multiplied)).isEqualTo(new BitSet());
        assertThat(products.points()).isEqualTo(multiplied(points));
    }

    @Test
    void doubtsOppositePointsAndTheFirstAgain() {
        ECPoint[] points = unrelated(15);
        points[6] = points[5].negate();
        assertDoubt(points, this::multiplied);
        points = unrelated(15);
        points[1] = points[0];
        assertDoubt(points, this::multiplied);
    }

    @Test
    void doubtsASumThatIsTheIdentity() {
        ECPoint[] points = unrelated(15);
        points[7] = sum(points, 0, 7).negate().normalize();

        assertDoubt(points, this::multiplied);
    }

    /** Products that sum up to the identity can be turned together. */
    @Test
    void doubtsWherePatternsCoincide() {
        ECPoint[] points = unrelated(15);
        points[4] = points[1].add(points[2]).negate().normalize();

        assertDoubt(points, this::multiplied);
    }

    /** Halves with the same x, one of them in the wrong pattern alone. */
    @Test
    void doubtsEqualHalves() {
        ECPoint[] points = unrelated(15);
        points[0] = points[4]
                .add(points[5])
                .add(points[6])
                .add(points[7])
                .subtract(points[1])
                .subtract(points[2])
                .add(points[3])
                .normalize();

        assertDoubt(points, this::multiplied);
    }

    @Test
    void doubtsProductsThatAreWrong() {
        ECPoint[] points = unrelated(15);
        ECPoint[] wrong = multiplied(points);
        wrong[2] = wrong[2].twice().normalize();
        AffinePoints products = flat(wrong);

        assertThat(search(points, products, this::multiplied)).isEqualTo(firstGroup());
        assertDoubt(
                points,
                point ->
                        CURVE.encoded(flat(unrelated(1)).x(), flat(unrelated(1)).y(), 0),
                14);
    }

    private void assertDoubt(ECPoint[] points, UnaryOperator<byte[]> multiplier) {
        assertDoubt(points, multiplier, SignSearch.GROUP);
    }

    /** Of so many points from the second on; the others get their signs. */
    private void assertDoubt(ECPoint[] points, UnaryOperator<byte[]> multiplier, int doubtful) {
        AffinePoints products = withRandomSigns(points);
        BitSet expected = new BitSet();
        expected.set(1, 1 + doubtful);

        assertThat(search(points, products, multiplier)).isEqualTo(expected);
        assertThat(Arrays.copyOfRange(products.points(), 1 + doubtful, points.length))
                .isEqualTo(Arrays.copyOfRange(multiplied(points), 1 + doubtful, points.length));
    }

    private static BitSet firstGroup() {
        BitSet group = new BitSet();
        group.set(1, 1 + SignSearch.GROUP);
        return group;
    }

    private static BitSet search(ECPoint[] points, AffinePoints products, UnaryOperator<byte[]> multiplier) {
        return new SignSearch(CURVE, flat(points), products).settle(multiplier);
    }

    private byte[] multiplied(byte[] point) {
        return P256Group.CURVE
                .decodePoint(point)
                .multiply(scalar)
                .normalize()
                .getAffineXCoord()
                .getEncoded();
    }

    private ECPoint[] multiplied(ECPoint[] points) {
        return Arrays.stream(points)
                .map(point -> point.multiply(scalar).normalize())
                .toArray(ECPoint[]::new);
    }

    private AffinePoints withRandomSigns(ECPoint[] points) {
        ECPoint[] products = multiplied(points);
        for (int i = 1; i < products.length; i++) {
            products[i] = random.nextBoolean() ? products[i] : products[i].negate();
        }
        return flat(products);
    }

    private ECPoint[] unrelated(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> P256Group.GENERATOR
                        .multiply(new BigInteger(250, random))
                        .normalize())
                .toArray(ECPoint[]::new);
    }

    private static ECPoint sum(ECPoint[] points, int from, int to) {
        return Arrays.stream(points, from, to).reduce(ECPoint::add).orElseThrow();
    }

    private static AffinePoints flat(ECPoint[] points) {
        return AffinePoints.of(CURVE, points);
    }
}
