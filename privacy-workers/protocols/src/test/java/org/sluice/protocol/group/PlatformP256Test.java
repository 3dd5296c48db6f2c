package org.sluice.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.conscrypt.OpenSSLProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;

/** Every library's ECDH on P-256 gives the bytes of BouncyCastle's multiplication. */
class PlatformP256Test {

    private static final byte[] DST = {1};
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private final SecureRandom random = new SecureRandom();
    private final P256Group reference = new P256Group(Encoding.NONUNIFORM);

    /** Corretto where its library is on the class path and runs on this machine. */
    static Stream<Provider> providers() {
        List<Provider> providers = new ArrayList<>(List.of(Security.getProvider("SunEC"), new OpenSSLProvider()));
        try {
            providers.add(Class.forName(CORRETTO)
                    .asSubclass(Provider.class)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | LinkageError missing) {
            return providers.stream();
        }
        return providers.stream();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void agreesWithBouncyCastle(Provider provider) {
        P256Group group = new P256Group(Encoding.NONUNIFORM, new PlatformP256(provider));
        byte[] rows = new byte[16 * 60];
        random.nextBytes(rows);
        Column items = Column.of(rows, 16);
        Secret a = reference.sampleScalar(random);
        Secret b = reference.sampleScalar(random);

        Column once = group.hashAndMultiply(items, DST, a);

        assertThat(group.suite()).isEqualTo(reference.suite());
        assertThat(once).isEqualTo(reference.hashAndMultiply(items, DST, a));
        assertThat(group.decodeAndMultiply(once, b)).isEqualTo(reference.decodeAndMultiply(once, b));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void takesTheScalarsAtTheEdges(Provider provider) {
        P256Group group = new P256Group(Encoding.NONUNIFORM, new PlatformP256(provider));
        Column items = Column.of(new byte[] {1, 2, 3}, 1);
        byte[] one = new byte[32];
        one[31] = 1;
        byte[] two = new byte[32];
        two[31] = 2;
        for (byte[] scalar : List.of(one, two)) {
            assertThat(group.hashAndMultiply(items, DST, Secret.copyOf(scalar)))
                    .isEqualTo(reference.hashAndMultiply(items, DST, Secret.copyOf(scalar)));
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void givesWholePointsAsBouncyCastleDoes(Provider provider) {
        P256Multiplier multiplier = new PlatformP256(provider);
        ECPoint[] points = IntStream.range(0, 40)
                .mapToObj(i -> P256Hashing.toPoint(new byte[] {(byte) i}, DST))
                .toArray(ECPoint[]::new);
        BigInteger last = P256Group.CURVE.getOrder().subtract(BigInteger.ONE);
        List<BigInteger> atTheEdges =
                List.of(BigInteger.ONE, BigInteger.TWO, last.subtract(BigInteger.ONE), last, last.shiftRight(1));
        List<Secret> scalars = new ArrayList<>(List.of(reference.sampleScalar(random), reference.sampleScalar(random)));
        atTheEdges.forEach(
                scalar -> scalars.add(Secret.copyOf(BigIntegers.asUnsignedByteArray(WeierstrassGroup.LENGTH, scalar))));
        for (Secret scalar : scalars) {
            assertThat(multiplier.products(points, scalar)).isEqualTo(new BouncyCastleP256().products(points, scalar));
            assertThat(multiplier.coordinates(points, scalar))
                    .isEqualTo(new BouncyCastleP256().coordinates(points, scalar));
        }
        assertThat(multiplier.products(new ECPoint[0], scalars.get(0))).isEmpty();
    }

    /** Lists that leave the signs of products in doubt, or would mislead the search for them, beside ones that do not. */
    @ParameterizedTest
    @MethodSource("providers")
    void givesWholePointsOfRelatedPointsToo(Provider provider) {
        P256Multiplier multiplier = new PlatformP256(provider);
        BigInteger order = P256Group.CURVE.getOrder();
        List<Secret> scalars = new ArrayList<>(List.of(reference.sampleScalar(random)));
        for (BigInteger scalar : List.of(
                BigInteger.TWO,
                BigInteger.valueOf(3),
                order.subtract(BigInteger.TWO),
                order.shiftRight(1),
                order.shiftRight(1).add(BigInteger.ONE))) {
            scalars.add(Secret.copyOf(BigIntegers.asUnsignedByteArray(WeierstrassGroup.LENGTH, scalar)));
        }
        for (ECPoint[] points : relatedPoints()) {
            for (Secret scalar : scalars) {
                assertThat(multiplier.products(points, scalar))
                        .isEqualTo(new BouncyCastleP256().products(points, scalar));
            }
        }
    }

    private static List<ECPoint[]> relatedPoints() {
        ECPoint[] unrelated = IntStream.range(0, 16)
                .mapToObj(i -> P256Hashing.toPoint(new byte[] {(byte) i}, DST))
                .toArray(ECPoint[]::new);
        ECPoint[] equal = new ECPoint[10];
        Arrays.fill(equal, unrelated[0]);
        ECPoint[] opposite = unrelated.clone();
        opposite[9] = opposite[8].negate();
        ECPoint[] multiples = IntStream.rangeClosed(1, 23)
                .mapToObj(i -> unrelated[0].multiply(BigInteger.valueOf(i)).normalize())
                .toArray(ECPoint[]::new);
        ECPoint[] cancelling = unrelated.clone();
        cancelling[7] = Arrays.stream(unrelated, 0, 7)
                .reduce(ECPoint::add)
                .orElseThrow()
                .negate()
                .normalize();
        ECPoint[] coinciding = unrelated.clone();
        coinciding[12] = coinciding[8].add(coinciding[10]).normalize();
        return List.of(
                Arrays.copyOf(unrelated, 1),
                Arrays.copyOf(unrelated, 7),
                Arrays.copyOf(unrelated, 8),
                unrelated,
                equal,
                opposite,
                multiples,
                cancelling,
                coinciding);
    }

    /** More than are multiplied at once. */
    @Test
    void givesManyWholePoints() {
        ECPoint[] points = IntStream.range(0, 600)
                .mapToObj(i -> P256Hashing.toPoint(new byte[] {(byte) i, (byte) (i >> 8)}, DST))
                .toArray(ECPoint[]::new);
        Secret scalar = reference.sampleScalar(random);

        assertThat(new PlatformP256(new OpenSSLProvider()).products(points, scalar))
                .isEqualTo(new BouncyCastleP256().products(points, scalar));
    }

    /** Whichever agreement fails: of 9 points, the first one's second, of the groups' sums. */
    @Test
    void neverGivesAWrongPointOfAFaultyProvider() {
        FaultyProvider provider = new FaultyProvider();
        P256Multiplier multiplier = new PlatformP256(provider);
        ECPoint[] points = IntStream.range(0, 9)
                .mapToObj(i -> P256Hashing.toPoint(new byte[] {(byte) i}, DST))
                .toArray(ECPoint[]::new);
        Secret scalar = reference.sampleScalar(random);
        ECPoint[] right = new BouncyCastleP256().products(points, scalar);
        for (int rightOnes = 0; rightOnes <= points.length; rightOnes++) {
            provider.failAfter(rightOnes);
            assertThatThrownBy(() -> multiplier.products(points, scalar))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("products that do not fit together");
        }
        for (int group = 0; group < 2; group++) {
            provider.failAfter(points.length + 1 + group);
            assertThat(multiplier.products(points, scalar)).isEqualTo(right);
            assertThat(provider.hasFailed()).isTrue();
        }
    }

    /** As BouncyCastle alone does: a provider would reduce the one and refuse the other in words of its own. */
    @ParameterizedTest
    @MethodSource("providers")
    void refusesScalarsOutOfRangeForColumnsToo(Provider provider) {
        byte[] order = BigIntegers.asUnsignedByteArray(WeierstrassGroup.LENGTH, P256Group.CURVE.getOrder());
        Column items = Column.of(new byte[] {1, 2, 3}, 1);
        for (P256Multiplier multiplier : List.of(new PlatformP256(provider), new BouncyCastleP256())) {
            P256Group group = new P256Group(Encoding.NONUNIFORM, multiplier);
            Column encoded = group.hashAndMultiply(items, DST, group.sampleScalar(random));
            for (byte[] wrong : List.of(order, new byte[WeierstrassGroup.LENGTH], new byte[31])) {
                Secret scalar = Secret.copyOf(wrong);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> group.hashAndMultiply(items, DST, scalar))
                        .withMessageContaining("between 1 and n - 1");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> group.decodeAndMultiply(encoded, scalar))
                        .withMessageContaining("between 1 and n - 1");
            }
        }
    }

    /** Conscrypt reads a point within the agreement; the platform's own provider wants a key of its factory. */
    @Test
    void handsOverEncodingsWhereTheProviderReadsThem() {
        byte[] point = P256Group.GENERATOR.getEncoded(false);
        Secret scalar = reference.sampleScalar(random);
        PlatformAgreement conscrypt = PlatformAgreement.p256(new OpenSSLProvider());
        PlatformAgreement.Multiplier onKeys = conscrypt.by(scalar);
        PlatformAgreement.Multiplier onEncodings = conscrypt.onEncodings().by(scalar);
        PlatformAgreement.Multiplier refusing = PlatformAgreement.p256(Security.getProvider("SunEC"))
                .onEncodings()
                .by(scalar);

        assertThat(onEncodings.times(onEncodings.point(point))).isEqualTo(onKeys.times(onKeys.point(point)));
        assertThatThrownBy(() -> refusing.times(refusing.point(point))).isInstanceOf(Misbehaviour.class);
    }

    @Test
    void refusesAProviderWithoutTheCurve() {
        assertThatThrownBy(() -> new PlatformP256(Security.getProvider("SUN")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SUN knows no ECDH on P-256");
    }
}
