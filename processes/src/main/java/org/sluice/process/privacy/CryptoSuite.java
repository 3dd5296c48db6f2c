package org.sluice.process.privacy;

/** Curve and hash of a privacy job. */
public enum CryptoSuite {
    CURVE25519_SHA256,
    P256_SHA256,
    /** National algorithms: SM2's curve with SM3. */
    SM2_SM3
}
