package org.sluice.process.privacy;

/** What a worker does at a moment of a match test. */
public enum MatchTestStep {
    /** Maps its identifiers onto the curve and masks them. */
    HASHING,
    /** Masks what the peer has sent. */
    MASKING,
    /** Checks what the peer has sent back. */
    CHECKING,
    /** For the peer. */
    WAITING
}
