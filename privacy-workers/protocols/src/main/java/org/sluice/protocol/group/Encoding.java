package org.sluice.protocol.group;

/** How evenly hashing spreads over the group (RFC 9380 section 3). */
public enum Encoding {

    /** Two maps and an addition: indistinguishable from a random oracle into the group. */
    RANDOM_ORACLE("RO_", 2),

    /**
     * One map, half the cost: reaches a part of the group only and not evenly. Enough where a simulator can sample
     * preimages, as in the set intersection by Diffie-Hellman; not enough for a general random oracle.
     */
    NONUNIFORM("NU_", 1);

    private final String suffix;
    private final int maps;

    Encoding(String suffix, int maps) {
        this.suffix = suffix;
        this.maps = maps;
    }

    String suffix() {
        return suffix;
    }

    int maps() {
        return maps;
    }
}
