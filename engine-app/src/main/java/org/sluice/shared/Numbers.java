package org.sluice.shared;

import java.math.BigDecimal;

/** The numbers in force today, by key; kept by {@code rulebook}, asked for by features that stand beside it. */
public interface Numbers {

    /** @throws IllegalStateException when no value is valid today */
    BigDecimal number(String key);

    /** @throws IllegalStateException when no value is valid today */
    default int whole(String key) {
        return number(key).intValueExact();
    }
}
