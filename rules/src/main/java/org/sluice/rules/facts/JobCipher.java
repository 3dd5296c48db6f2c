package org.sluice.rules.facts;

import org.jspecify.annotations.Nullable;

/** With which cipher a job expands or encrypts; the channel between the workers is none of it. */
public enum JobCipher {
    AES_128(128),
    AES_256(256),
    SM4(128),
    /** One that the house does not know: never long enough. */
    OTHER(0),
    /** The method needs no cipher. */
    NONE(null);

    private final @Nullable Integer bits;

    JobCipher(@Nullable Integer bits) {
        this.bits = bits;
    }

    /** Length of the key in bits; null where there is no cipher. */
    public @Nullable Integer bits() {
        return bits;
    }
}
