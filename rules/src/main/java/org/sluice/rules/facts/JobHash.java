package org.sluice.rules.facts;

/** With which hash a job computes. */
public enum JobHash {
    SHA_256(256),
    SHA_512(512),
    SM3(256),
    SHA_1(160),
    /** One that the house does not know: never long enough. */
    OTHER(0);

    private final int bits;

    JobHash(int bits) {
        this.bits = bits;
    }

    /** Length of the hash in bits. */
    public int bits() {
        return bits;
    }
}
