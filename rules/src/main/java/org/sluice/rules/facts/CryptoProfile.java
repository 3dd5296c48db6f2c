package org.sluice.rules.facts;

/** Whose algorithms a job has to use. */
public enum CryptoProfile {
    /** SM2, SM3 and SM4 alone. */
    NATIONAL,
    INTERNATIONAL
}
