package org.sluice.rules.facts;

/** Where the score of the sample test lies; a band includes its lower and not its upper end. */
public enum TestBand {
    NOT_REQUIRED,
    MISSING,
    LT60,
    B60_75,
    GE75
}
