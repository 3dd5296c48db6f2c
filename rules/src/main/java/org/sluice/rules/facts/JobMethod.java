package org.sluice.rules.facts;

/**
 * How an intersection or a hidden query is computed; the protocols that the workers have. What a method is built on does
 * not always come from the suite: the oblivious transfer below RR22 and KKRT16 runs on P-256 and AES whatever the suite is
 * called, a sum is encrypted over P-256 whatever the items are masked on, and an oblivious function as in RFC 9497 is one
 * on P-256, with a twin on Curve25519 for unbalanced sets.
 */
public enum JobMethod {
    ECDH,
    RR22_SEMI_HONEST,
    RR22_MALICIOUS,
    KKRT16,
    CARDINALITY,
    SUM,
    UNBALANCED,
    HIDDEN_QUERY;

    /**
     * The curve that the method hangs on under this suite: of the masking, of the base oblivious transfer, or of the
     * encryption of what is summed up.
     */
    public JobCurve curve(Suite suite) {
        return switch (this) {
            case ECDH, CARDINALITY -> suite.curve();
            case UNBALANCED -> suite == Suite.CURVE25519_SHA256 ? JobCurve.CURVE25519 : JobCurve.P_256;
            case RR22_SEMI_HONEST, RR22_MALICIOUS, KKRT16, SUM, HIDDEN_QUERY -> JobCurve.P_256;
        };
    }

    /** The cipher that the method expands or encrypts with; {@link JobCipher#NONE} where it needs none. */
    public JobCipher cipher() {
        return switch (this) {
            case ECDH, CARDINALITY, SUM, UNBALANCED -> JobCipher.NONE;
            case RR22_SEMI_HONEST, RR22_MALICIOUS, KKRT16, HIDDEN_QUERY -> JobCipher.AES_128;
        };
    }
}
