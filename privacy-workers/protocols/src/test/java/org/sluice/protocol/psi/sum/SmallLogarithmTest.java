package org.sluice.protocol.psi.sum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallLogarithmTest {

    /** Every number of ranges that fill no table, one, and some; nothing outside of them. */
    @ParameterizedTest
    @CsvSource({"0,0", "5,5", "0,1", "0,2", "7,9", "0,12", "0,100", "3,777", "1000,1999", "1099511627000,1099511627775"
    })
    void findsWhatLiesInTheRangeAndNothingElse(long low, long high) {
        SmallLogarithm logarithm = new SmallLogarithm(low, high);

        LongStream.rangeClosed(Math.max(0, low - 40), high + 40)
                .forEach(number -> assertThat(logarithm.of(times(number)))
                        .as("%s", number)
                        .isEqualTo(low <= number && number <= high ? OptionalLong.of(number) : OptionalLong.empty()));
    }

    /** Tables of several chunks, at the seams between them. */
    @Test
    void findsNumbersAroundTheSeams() {
        long high = 3_000_000;
        SmallLogarithm logarithm = new SmallLogarithm(0, high);
        long stride = 2L * (long) Math.ceil(Math.sqrt((high + 1) / 2.0)) + 1;

        for (long giant = 0; giant * stride <= high; giant += 51) {
            for (long number : new long[] {giant * stride, giant * stride + 1, (giant + 1) * stride - 1}) {
                assertThat(logarithm.of(times(Math.min(high, number)))).hasValue(Math.min(high, number));
            }
        }
        assertThat(logarithm.of(times(high + 1))).isEmpty();
    }

    @Test
    void findsNumbersUpToTheGreatestSum() {
        SmallLogarithm logarithm = new SmallLogarithm(0, ValuedSet.BOUND - 1);

        for (long number : new long[] {0, 1, 123_456_789_012L, ValuedSet.BOUND - 1}) {
            assertThat(logarithm.of(times(number))).hasValue(number);
        }
        assertThat(logarithm.of(times(ValuedSet.BOUND))).isEmpty();
    }

    private static ECPoint times(long number) {
        return P256.GENERATOR.multiply(BigInteger.valueOf(number)).normalize();
    }
}
