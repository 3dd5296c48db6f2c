package org.sluice.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;

/** What every group guarantees; one contract for all. */
class DiffieHellmanGroupTest {

    private static final byte[] DST = "SLUICE-TEST-V1-group-contract".getBytes(StandardCharsets.US_ASCII);
    private static final int ROUNDS = 20;

    private final SecureRandom random = seeded();

    static Stream<DiffieHellmanGroup> groups() {
        return Stream.of(Encoding.values())
                .flatMap(encoding ->
                        Stream.of(new P256Group(encoding), new Sm2Group(encoding), new Curve25519Group(encoding)));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void multipliesInEitherOrder(DiffieHellmanGroup group) {
        for (int i = 0; i < ROUNDS; i++) {
            Element point = anyElement(group);
            Secret a = group.sampleScalar(random);
            Secret b = group.sampleScalar(random);

            assertThat(group.multiply(group.multiply(point, a), b))
                    .isEqualTo(group.multiply(group.multiply(point, b), a))
                    .isNotEqualTo(group.multiply(point, a));
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void decodesWhatItEncodes(DiffieHellmanGroup group) {
        for (int i = 0; i < ROUNDS; i++) {
            Element hashed = anyElement(group);
            Element product = group.multiply(hashed, group.sampleScalar(random));

            assertThat(group.encode(hashed)).hasSize(group.elementLength());
            assertThat(group.decode(group.encode(hashed))).isEqualTo(hashed);
            assertThat(group.decode(group.encode(product))).isEqualTo(product);
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void computesOnWithDecodedElements(DiffieHellmanGroup group) {
        Element hashed = anyElement(group);
        Secret scalar = group.sampleScalar(random);

        assertThat(group.multiply(group.decode(group.encode(hashed)), scalar))
                .isEqualTo(group.multiply(hashed, scalar));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void refusesAlteredEncodingOrReadsAnotherElement(DiffieHellmanGroup group) {
        Element original = anyElement(group);
        int refused = 0;
        for (int bit = 0; bit < 8 * group.elementLength(); bit++) {
            byte[] altered = group.encode(original);
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                Element other = group.decode(altered);
                assertThat(other).isNotEqualTo(original);
                assertThat(group.encode(other)).isEqualTo(altered);
            } catch (Misbehaviour expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(90, 166);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void refusesEveryWrongLength(DiffieHellmanGroup group) {
        for (int length : new int[] {0, 1, 31, 33, 64}) {
            assertThatThrownBy(() -> group.decode(new byte[length]))
                    .isInstanceOf(Misbehaviour.class)
                    .hasMessageEndingWith("an element has 32 bytes, not " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void hashesApartByItemAndByTag(DiffieHellmanGroup group) {
        Element element = group.hashToElement(new byte[] {1}, DST);

        assertThat(group.hashToElement(new byte[] {1}, DST)).isEqualTo(element);
        assertThat(group.hashToElement(new byte[] {2}, DST)).isNotEqualTo(element);
        assertThat(group.hashToElement(new byte[] {1}, new byte[] {1})).isNotEqualTo(element);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void masksColumnsAsItMasksElements(DiffieHellmanGroup group) {
        Column items = Column.of(new byte[] {1, 2, 3, 4, 5, 6}, 2);
        Secret a = group.sampleScalar(random);
        Secret b = group.sampleScalar(random);

        Column once = group.hashAndMultiply(items, DST, a);
        Column twice = group.decodeAndMultiply(once, b);

        for (int i = 0; i < items.count(); i++) {
            Element masked = group.multiply(group.hashToElement(items.row(i), DST), a);
            assertThat(once.row(i)).isEqualTo(group.encode(masked));
            assertThat(twice.row(i)).isEqualTo(group.encode(group.multiply(masked, b)));
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void refusesElementsOfAnotherGroup(DiffieHellmanGroup group) {
        Secret scalar = group.sampleScalar(random);
        Element foreign = groups().map(this::anyElement)
                .filter(element -> !element.getClass().equals(anyElement(group).getClass()))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> group.multiply(foreign, scalar)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> group.encode(foreign)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void refusesScalarsOfWrongLength(DiffieHellmanGroup group) {
        Secret tooShort = Secret.copyOf(new byte[] {1});

        assertThatThrownBy(() -> group.multiply(anyElement(group), tooShort))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Element anyElement(DiffieHellmanGroup group) {
        byte[] item = new byte[16];
        random.nextBytes(item);
        return group.hashToElement(item, DST);
    }

    /** Repeatable, so that a failure can be looked at again. */
    private static SecureRandom seeded() {
        try {
            SecureRandom seeded = SecureRandom.getInstance("SHA1PRNG");
            seeded.setSeed(9380);
            return seeded;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
