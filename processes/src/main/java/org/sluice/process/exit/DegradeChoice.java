package org.sluice.process.exit;

/** What becomes of a product that business depends on and nothing replaces. */
public enum DegradeChoice {
    /** It is used on, degraded, until a date. */
    BRIDGE,
    STOP
}
