package org.sluice.process.privacy;

/** The protocols that a privacy job can run by; all give the same result, and differ in time, bytes and assumptions. */
public enum PrivacyMethod {
    /** Diffie-Hellman: the oldest assumption, the fewest moving parts; slow for millions. */
    ECDH,
    /** Oblivious transfer and cuckoo hashing, without the LPN assumption; fast, more bytes. */
    KKRT16,
    /** Vector OLE and an oblivious key-value store, semi-honest; the fastest. */
    RR22_SEMI_HONEST,
    /** As {@link #RR22_SEMI_HONEST}, with the checks that hold against a malicious peer. */
    RR22_MALICIOUS,
    /** A small set looked up in a large one, whose masks were made before and are kept by who asks. */
    UNBALANCED;

    /** Whether it can tell both sides; the others tell the learner alone, and no number without rows. */
    public boolean tellsBoth() {
        return this == ECDH;
    }
}
