package org.sluice.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against big numbers, with random operands and with those at the edges of limbs and of the prime. */
class Field256Test {

    private static final int LENGTH = Field256.LENGTH;

    private final Random random = new Random(256);

    static Stream<Field256> fields() {
        return Stream.of(P256Field.INSTANCE, Sm2Field.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void hasThePrimeOfTheCurve(Field256 field) {
        BigInteger prime = (field == P256Field.INSTANCE ? P256Group.CURVE : Sm2Group.CURVE)
                .getField()
                .getCharacteristic();

        assertThat(field.prime()).isEqualTo(prime);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void addsSubtractsMultipliesAndSquares(Field256 field) {
        BigInteger prime = field.prime();
        for (BigInteger a : operands(prime)) {
            for (BigInteger b : operands(prime)) {
                long[] numbers = decoded(field, a, b);
                long[] results = Field256.numbers(5);
                Field256.add(numbers, 0, numbers, 1, results, 0);
                Field256.subtract(numbers, 0, numbers, 1, results, 1);
                field.multiply(numbers, 0, numbers, 1, results, 2);
                field.square(numbers, 0, results, 3);
                Field256.negate(numbers, 1, results, 4);

                assertThat(encoded(field, results))
                        .containsExactly(
                                a.add(b).mod(prime),
                                a.subtract(b).mod(prime),
                                a.multiply(b).mod(prime),
                                a.pow(2).mod(prime),
                                b.negate().mod(prime));
                assertThat(field.isZero(results, 1)).isEqualTo(a.mod(prime).equals(b.mod(prime)));
                assertThat(field.isOdd(results, 2))
                        .isEqualTo(a.multiply(b).mod(prime).testBit(0));
            }
        }
    }

    /** A chain in which every factor is a sum or a difference of two: the greatest operands that are allowed. */
    @ParameterizedTest
    @MethodSource("fields")
    void keepsItsBoundsOverAnyNumberOfSteps(Field256 field) {
        BigInteger prime = field.prime();
        for (int chain = 0; chain < 200; chain++) {
            BigInteger a = any(prime);
            BigInteger b = chain % 2 == 0 ? any(prime) : a.negate().mod(prime);
            long[] numbers = decoded(field, a, b);
            long[] sums = Field256.numbers(2);
            for (int step = 0; step < 50; step++) {
                Field256.add(numbers, 0, numbers, 1, sums, 0);
                Field256.subtract(numbers, 0, numbers, 1, sums, 1);
                field.multiply(sums, 0, sums, 1, numbers, 0);
                field.square(sums, step % 2, numbers, 1);
                BigInteger sum = a.add(b);
                BigInteger difference = a.subtract(b);
                a = sum.multiply(difference).mod(prime);
                b = (step % 2 == 0 ? sum : difference).pow(2).mod(prime);
                for (int number = 0; number < 2; number++) {
                    assertThat(value(numbers, number).bitLength()).isLessThanOrEqualTo(257);
                }
            }
            assertThat(encoded(field, numbers)).containsExactly(a, b);
        }
    }

    /** A sum of four times one number, either way round, in a chain of what the products leave. */
    @ParameterizedTest
    @MethodSource("fields")
    void multipliesASumOfFourByOne(Field256 field) {
        BigInteger prime = field.prime();
        for (int chain = 0; chain < 200; chain++) {
            BigInteger a = any(prime);
            BigInteger b = chain % 2 == 0 ? any(prime) : a.negate().mod(prime);
            long[] numbers = decoded(field, a, b);
            long[] four = Field256.numbers(1);
            for (int step = 0; step < 50; step++) {
                boolean less = step % 3 == 0;
                Field256.copy(numbers, 0, four, 0);
                for (int more = 0; more < 3; more++) {
                    if (less) {
                        Field256.subtract(four, 0, numbers, 1, four, 0);
                    } else {
                        Field256.add(four, 0, numbers, 0, four, 0);
                    }
                }
                BigInteger sum =
                        less ? a.subtract(b.multiply(BigInteger.valueOf(3))) : a.multiply(BigInteger.valueOf(4));
                field.multiply(four, 0, numbers, 1, numbers, 0);
                a = sum.multiply(b).mod(prime);
                field.multiply(numbers, 1, four, 0, numbers, 1);
                b = b.multiply(sum).mod(prime);
                assertThat(value(numbers, 0).bitLength()).isLessThanOrEqualTo(257);
                assertThat(value(numbers, 1).bitLength()).isLessThanOrEqualTo(257);
            }
            assertThat(encoded(field, numbers)).containsExactly(a, b);
        }
    }

    /** Sums of seven whose limbs carry nothing: zero in all its forms, and its neighbours. */
    @ParameterizedTest
    @MethodSource("fields")
    void tellsZeroAndTidiesSums(Field256 field) {
        BigInteger prime = field.prime();
        for (int multiple = -14; multiple <= 14; multiple++) {
            for (int more = -20; more <= 20; more++) {
                BigInteger value = prime.multiply(BigInteger.valueOf(multiple)).add(BigInteger.valueOf(more));
                for (long[] limbs : List.of(limbs(value), spread(limbs(value)))) {
                    assertThat(field.isZero(limbs, 0)).isEqualTo(more == 0);
                    List<BigInteger> before = encoded(field, limbs);
                    field.tidy(limbs, 0);
                    assertThat(encoded(field, limbs)).isEqualTo(before);
                    assertThat(value(limbs, 0).bitLength()).isLessThanOrEqualTo(257);
                    assertThat(field.isZero(limbs, 0)).isEqualTo(more == 0);
                }
            }
        }
    }

    /** The last one signed. */
    private static long[] limbs(BigInteger value) {
        long[] limbs = new long[Field256.LIMBS];
        for (int limb = 0; limb < Field256.LIMBS; limb++) {
            BigInteger rest = value.shiftRight(limb * Field256.BITS);
            limbs[limb] = limb < Field256.LIMBS - 1 ? rest.longValue() & Field256.MASK : rest.longValueExact();
        }
        return limbs;
    }

    /** The same value with limbs below zero and above 2^54. */
    private static long[] spread(long[] limbs) {
        long[] spread = limbs.clone();
        for (int limb = 0; limb < Field256.LIMBS - 1; limb++) {
            int carry = limb % 2 == 0 ? 5 : -6;
            spread[limb] += carry * (Field256.MASK + 1);
            spread[limb + 1] -= carry;
        }
        return spread;
    }

    @ParameterizedTest
    @MethodSource("fields")
    void readsWideNumbers(Field256 field) {
        List<BigInteger> wide = new ArrayList<>(List.of(
                BigInteger.ZERO,
                field.prime(),
                BigInteger.ONE.shiftLeft(384).subtract(BigInteger.ONE),
                BigInteger.ONE.shiftLeft(256)));
        for (int i = 0; i < 1000; i++) {
            wide.add(new BigInteger(384, random));
        }
        for (BigInteger number : wide) {
            long[] read = Field256.numbers(1);
            field.decodeWide(BigIntegers.asUnsignedByteArray(Field256.WIDE, number), 0, read, 0);

            assertThat(encoded(field, read)).containsExactly(number.mod(field.prime()));
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void findsRootsOfSquaresAlone(Field256 field) {
        BigInteger prime = field.prime();
        Powers powers = new Powers(field);
        for (BigInteger number : operands(prime)) {
            long[] square = field.constant(number.pow(2));
            long[] other = field.constant(number.pow(2).negate());
            long[] root = Field256.numbers(1);

            assertThat(powers.root(square, 0, root, 0)).isTrue();
            assertThat(encoded(field, root).get(0).pow(2).mod(prime))
                    .isEqualTo(number.pow(2).mod(prime));
            assertThat(powers.root(other, 0, root, 0))
                    .isEqualTo(number.mod(prime).signum() == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void invertsManyAtOnce(Field256 field) {
        BigInteger prime = field.prime();
        BigInteger[] numbers =
                operands(prime).stream().filter(n -> n.mod(prime).signum() != 0).toArray(BigInteger[]::new);
        for (int count : new int[] {0, 1, 2, numbers.length}) {
            long[] inverses = decoded(field, numbers);
            new Powers(field).invertAll(inverses, count);

            List<BigInteger> encoded = encoded(field, inverses);
            for (int i = 0; i < numbers.length; i++) {
                assertThat(encoded.get(i)).isEqualTo(i < count ? numbers[i].modInverse(prime) : numbers[i].mod(prime));
            }
        }
    }

    /** 0, 1, p - 1, p, 2^256 - 1, powers of two and their neighbours below 2^256, and some at random. */
    private List<BigInteger> operands(BigInteger prime) {
        List<BigInteger> operands = new ArrayList<>(List.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                prime.subtract(BigInteger.ONE),
                prime,
                prime.add(BigInteger.ONE),
                BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE)));
        for (int bit : new int[] {1, 51, 52, 64, 96, 104, 156, 192, 208, 224, 255}) {
            BigInteger power = BigInteger.ONE.shiftLeft(bit);
            operands.addAll(List.of(power, power.subtract(BigInteger.ONE), prime.subtract(power)));
        }
        for (int i = 0; i < 30; i++) {
            operands.add(any(prime));
        }
        return operands;
    }

    private BigInteger any(BigInteger prime) {
        return new BigInteger(256, random).mod(prime);
    }

    private static long[] decoded(Field256 field, BigInteger... numbers) {
        long[] decoded = Field256.numbers(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            field.decode(BigIntegers.asUnsignedByteArray(LENGTH, numbers[i]), 0, decoded, i);
        }
        return decoded;
    }

    private static List<BigInteger> encoded(Field256 field, long[] numbers) {
        List<BigInteger> encoded = new ArrayList<>();
        for (int i = 0; i < numbers.length / Field256.LIMBS; i++) {
            byte[] bytes = new byte[LENGTH];
            field.encode(numbers, i, bytes, 0);
            encoded.add(new BigInteger(1, bytes));
        }
        return encoded;
    }

    /** What the limbs stand for, Montgomery's factor left in. */
    private static BigInteger value(long[] numbers, int i) {
        BigInteger value = BigInteger.ZERO;
        for (int limb = Field256.LIMBS - 1; limb >= 0; limb--) {
            value = value.shiftLeft(Field256.BITS).add(BigInteger.valueOf(numbers[i * Field256.LIMBS + limb]));
        }
        return value;
    }
}
