package org.sluice.protocol.psi.rr22;

import java.security.SecureRandom;
import java.util.Optional;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.okvs.Encoder;
import org.sluice.protocol.okvs.Placement;
import org.sluice.protocol.okvs.Shape;

/** The learner's set as a store, and the seed under which that worked out. */
final class Encoding {

    private static final int ATTEMPTS = 3;

    private final byte[] seed;
    private final Placement placement;
    private final long[] vector;

    private Encoding(byte[] seed, Placement placement, long[] vector) {
        this.seed = seed;
        this.placement = placement;
        this.vector = vector;
    }

    /**
     * Tries seeds until one works; nobody has heard of any of them yet.
     *
     * @throws IllegalStateException after three, of which each fails with a chance of 2^-40
     */
    static Encoding of(Column items, Shape shape, SecureRandom random, Cores cores) {
        Encoder encoder = new Encoder(cores, random);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            byte[] seed = new byte[Placement.SEED];
            random.nextBytes(seed);
            Placement placement = Placement.of(items, shape, seed, cores);
            Optional<long[]> vector = encoder.encode(placement, items);
            if (vector.isPresent()) {
                return new Encoding(seed, placement, vector.get());
            }
        }
        throw new IllegalStateException("The set cannot be encoded under any of " + ATTEMPTS + " seeds");
    }

    byte[] seed() {
        return seed.clone();
    }

    Placement placement() {
        return placement;
    }

    /** Lent, two numbers a column. */
    long[] vector() {
        return vector;
    }
}
