package org.sluice.protocol.psi.sum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.Terms;

class ValuedSetTest {

    private static final Terms TERMS = Samples.terms(new Method("any/v1", "any"), Output.SUM);
    private static final long HIGHEST = (1L << 40) - 1;

    @Test
    void addsUpTheValuesOfAnItemGivenSeveralTimes() {
        byte[] items = "cccaaabbbaaaccc".getBytes(StandardCharsets.US_ASCII);
        Column rows = Column.of(items, 3);
        List<byte[]> single = List.of(rows.row(0), rows.row(1), rows.row(2), rows.row(3), rows.row(4));
        long[] values = {1, 20, 300, 4000, 50000};

        for (ValuedSet set : List.of(ValuedSet.of(rows, values, TERMS), ValuedSet.of(single, values, TERMS))) {
            assertThat(set.items().count()).isEqualTo(3);
            assertThat(List.of(value(set, 0), value(set, 1), value(set, 2)))
                    .containsExactlyInAnyOrder(50001L, 4020L, 300L);
            for (int i = 0; i < 3; i++) {
                assertThat(value(set, i))
                        .isEqualTo(new long[] {50001, 4020, 300}[set.items().position(i)]);
            }
            assertThat(set.least(0)).isZero();
            assertThat(set.least(2)).isEqualTo(4320);
            assertThat(set.most(2)).isEqualTo(54021);
            assertThat(set.most(3)).isEqualTo(54321);
        }
    }

    @Test
    void takesValuesThatTogetherStayBelowTheBound() {
        assertThat(set(0, HIGHEST).most(2)).isEqualTo(HIGHEST);
        assertThat(set(HIGHEST, 0).most(1)).isEqualTo(HIGHEST);
    }

    @Test
    void refusesValuesThatTogetherReachTheBound() {
        assertThatThrownBy(() -> set(1, HIGHEST)).hasMessage("The values together reach 2^40");
        assertThatThrownBy(() -> set(Long.MAX_VALUE, Long.MAX_VALUE)).hasMessage("The values together reach 2^40");
    }

    @Test
    void refusesANegativeValue() {
        assertThatThrownBy(() -> set(0, -1)).hasMessage("A value is negative");
    }

    @Test
    void refusesAnotherNumberOfValuesThanItems() {
        assertThatThrownBy(() -> set(1, 2, 3)).hasMessage("2 items with 3 values");
    }

    private static ValuedSet set(long... values) {
        return ValuedSet.of(Samples.numbered(0, 2), values, TERMS);
    }

    private static long value(ValuedSet set, int index) {
        return set.valuesAt(new int[] {index}).longAt(0, 0);
    }
}
