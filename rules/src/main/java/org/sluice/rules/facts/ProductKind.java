package org.sluice.rules.facts;

/** What the product gives for one subject. */
public enum ProductKind {
    RECORD,
    VARIABLE,
    SCORE,
    BLACKLIST
}
