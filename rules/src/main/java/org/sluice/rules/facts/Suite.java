package org.sluice.rules.facts;

/** Curve and hash that two parties agree on; the answers of the table {@code cryptoSuite}. */
public enum Suite {
    CURVE25519_SHA256(JobCurve.CURVE25519, JobHash.SHA_256),
    P256_SHA256(JobCurve.P_256, JobHash.SHA_256),
    SM2_SM3(JobCurve.SM2, JobHash.SM3);

    private final JobCurve curve;
    private final JobHash hash;

    Suite(JobCurve curve, JobHash hash) {
        this.curve = curve;
        this.hash = hash;
    }

    public JobCurve curve() {
        return curve;
    }

    public JobHash hash() {
        return hash;
    }
}
