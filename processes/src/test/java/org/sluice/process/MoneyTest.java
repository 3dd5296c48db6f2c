package org.sluice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void isEqualWhateverItsScaleWas() {
        assertThat(new Money(new BigDecimal("100"))).isEqualTo(new Money(new BigDecimal("100.00")));
        assertThat(new Money(new BigDecimal("1E+2"))).hasToString("100.00");
        assertThat(new Money(new BigDecimal("1.500"))).hasToString("1.50");
    }

    @Test
    void refusesToRound() {
        assertThatThrownBy(() -> new Money(new BigDecimal("0.001"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void addsAndTakesAway() {
        assertThat(Money.of(2).plus(Money.of(3).negated())).isEqualTo(Money.of(-1));
        assertThat(Money.of(5).plus(Money.of(5).negated()).isZero()).isTrue();
        assertThat(Money.of(2)).isLessThan(Money.of(3));
    }
}
