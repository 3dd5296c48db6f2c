package org.sluice.protocol.psi.sum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.Column;

class FixedBaseTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void multipliesAsBouncyCastleDoes() {
        List<BigInteger> scalars = new ArrayList<>();
        for (long number : new long[] {1, 2, 255, 256, 257, 65_535, 65_536, 1L << 40}) {
            scalars.add(BigInteger.valueOf(number));
            scalars.add(P256.ORDER.subtract(BigInteger.valueOf(number)));
        }
        for (int i = 0; i < 100; i++) {
            scalars.add(P256.scalar(random));
        }

        Column multiples = FixedBase.multiples(rows(scalars));

        assertThat(multiples.count()).isEqualTo(scalars.size());
        for (int i = 0; i < scalars.size(); i++) {
            assertThat(multiples.row(i))
                    .isEqualTo(P256.GENERATOR.multiply(scalars.get(i)).getEncoded(true));
        }
    }

    @Test
    void multipliesNothing() {
        assertThat(FixedBase.multiples(rows(List.of())).count()).isZero();
    }

    private static Column rows(List<BigInteger> scalars) {
        byte[] rows = new byte[scalars.size() * P256.LENGTH];
        for (int i = 0; i < scalars.size(); i++) {
            BigIntegers.asUnsignedByteArray(scalars.get(i), rows, i * P256.LENGTH, P256.LENGTH);
        }
        return Column.owning(rows, P256.LENGTH);
    }
}
