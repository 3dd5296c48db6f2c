package org.sluice.rules.facts;

import org.jspecify.annotations.Nullable;

/**
 * With which algorithms a job would run. {@link JobMethod} says which a method brings along.
 *
 * @param curve that the method hangs on: of the masking, of the base oblivious transfer, of what is summed up
 * @param rsaBits length of the shortest RSA key that anything of the job hangs on; 0 when there is none
 */
public record JobCrypto(
        @Nullable CryptoProfile cryptoProfile,
        @Nullable JobCurve curve,
        @Nullable JobHash hash,
        @Nullable JobCipher cipher,
        @Nullable Integer rsaBits) {

    /** Bits of strength; null when there is no curve or it is unknown. */
    public @Nullable Integer curveStrength() {
        return curve == null ? null : curve.strength();
    }

    /** Bits of a hash. */
    public @Nullable Integer hashBits() {
        return hash == null ? null : hash.bits();
    }

    /** Bits of a key; null when there is no cipher or it is unknown. */
    public @Nullable Integer cipherBits() {
        return cipher == null ? null : cipher.bits();
    }

    /** False when any algorithm is none of SM2, SM3 and SM4, true when none is; null while that is unknown. */
    public @Nullable Boolean nationalSuite() {
        if ((curve != null && curve != JobCurve.SM2 && curve != JobCurve.NONE)
                || (hash != null && hash != JobHash.SM3)
                || (cipher != null && cipher != JobCipher.SM4 && cipher != JobCipher.NONE)
                || (rsaBits != null && rsaBits > 0)) {
            return false;
        }
        return (curve == null || hash == null || cipher == null || rsaBits == null) ? null : true;
    }
}
