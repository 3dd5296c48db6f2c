package org.sluice.process.privacy;

/** What a worker does at a moment of a match test. */
public enum MatchTestStep {
    /** Maps its own identifiers onto the curve and masks them. */
    HASHING,
    /** Masks what the peer has sent. */
    MASKING,
    /** For the peer. */
    WAITING
}
