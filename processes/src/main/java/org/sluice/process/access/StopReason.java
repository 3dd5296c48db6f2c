package org.sluice.process.access;

/** Why the use of a product stops, for a while or for good. */
public enum StopReason {
    /** Another product serves it now. */
    MOVED,
    PRODUCT_EXIT,
    SUPPLIER_LISTED,
    BAD_QUALITY,
    MISUSE,
    NOT_NEEDED,
    CONSENT_OR_LAW,
    TERM_OVER,
    OTHER
}
