package org.sluice.rules.facts;

/** What leaves the source; only {@code VALUE} is the raw value itself. */
public enum DeliveryForm {
    VALUE,
    BAND,
    SCORE,
    VERIFICATION,
    STATISTIC,
    MODEL
}
