package org.sluice.protocol.pir;

/** The constants of learning with errors that this package stands on; q is 2^32, which is how {@code int} counts. */
final class Lwe {

    /** n, the length of a secret. */
    static final int DIMENSION = 1280;

    /** Standard deviation of an error, as a fraction so that tables can be computed exactly: 6.4. */
    static final int SIGMA_TIMES_TEN = 64;

    /** Delta = q / p = 2^24: a byte stands in the eight highest bits. */
    static final int SCALE = 24;

    static final int DELTA = 1 << SCALE;

    private Lwe() {}
}
