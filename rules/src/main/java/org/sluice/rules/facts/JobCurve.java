package org.sluice.rules.facts;

import org.jspecify.annotations.Nullable;

/** On which curve a job computes. */
public enum JobCurve {
    CURVE25519(128),
    P_256(128),
    SM2(128),
    P_224(112),
    /** One that the house does not know: never strong enough. */
    OTHER(0),
    /** The method needs no curve. */
    NONE(null);

    private final @Nullable Integer strength;

    JobCurve(@Nullable Integer strength) {
        this.strength = strength;
    }

    /** Strength in bits as NIST SP 800-57 and RFC 7748 count it; null where there is no curve. */
    public @Nullable Integer strength() {
        return strength;
    }
}
