package org.sluice.process.exit;

/** Whether another product takes over. */
public enum ReplacementChoice {
    REPLACE,
    /** Nothing replaces it. */
    NONE
}
