package org.sluice.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JacobiSymbolTest {

    static Stream<BigInteger> primes() {
        return Stream.of(
                Field25519.P,
                CustomNamedCurves.getByName("secp256r1").getCurve().getField().getCharacteristic(),
                CustomNamedCurves.getByName("sm2p256v1").getCurve().getField().getCharacteristic(),
                BigInteger.valueOf(3),
                BigInteger.valueOf(65537));
    }

    @ParameterizedTest
    @MethodSource("primes")
    void agreesWithEulersCriterion(BigInteger prime) {
        JacobiSymbol symbol = new JacobiSymbol(prime);
        Random random = new Random(255);
        for (int i = 0; i < 2000; i++) {
            BigInteger number = new BigInteger(random.nextInt(257), random).mod(prime);

            assertThat(symbol.of(words(number))).isEqualTo(symbol.byPower(number));
        }
    }

    @ParameterizedTest
    @MethodSource("primes")
    void knowsTheNumbersAtTheEdges(BigInteger prime) {
        JacobiSymbol symbol = new JacobiSymbol(prime);

        assertThat(symbol.of(words(BigInteger.ZERO))).isZero();
        assertThat(symbol.of(words(BigInteger.ONE))).isEqualTo(1);
        assertThat(symbol.byPower(BigInteger.ZERO)).isZero();
        for (int i = 1; i < 256; i++) {
            for (BigInteger number : new BigInteger[] {
                prime.subtract(BigInteger.valueOf(i)), BigInteger.ONE.shiftLeft(i), BigInteger.valueOf(i)
            }) {
                BigInteger reduced = number.mod(prime);
                assertThat(symbol.of(words(reduced))).isEqualTo(symbol.byPower(reduced));
            }
        }
    }

    private static long[] words(BigInteger number) {
        long[] words = new long[4];
        Arrays.setAll(words, i -> number.shiftRight(64 * i).longValue());
        return words;
    }
}
