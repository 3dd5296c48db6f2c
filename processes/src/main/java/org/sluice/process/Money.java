package org.sluice.process;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount in CNY with exactly two decimals. */
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /**
     * @throws ArithmeticException when the amount has more than two decimals: rounding money is a decision, not a
     *     conversion
     */
    public Money {
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static Money of(long yuan) {
        return new Money(BigDecimal.valueOf(yuan));
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money negated() {
        return new Money(amount.negate());
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
