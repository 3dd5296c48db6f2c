package org.sluice.process.procurement;

/** What a price is paid for. */
public enum Pricing {
    FREE,
    PER_CALL,
    PER_MONTH
}
