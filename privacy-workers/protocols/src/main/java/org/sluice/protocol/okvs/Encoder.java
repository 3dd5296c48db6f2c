package org.sluice.protocol.okvs;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;

/** Makes a vector that says given values of keys. */
public final class Encoder {

    private final Cores cores;
    private final SecureRandom random;

    public Encoder(Cores cores, SecureRandom random) {
        this.cores = cores;
        this.random = random;
    }

    /**
     * A vector that decodes to the key itself for each key, random beyond that. Nothing where the keys cannot be encoded
     * under this seed: then another seed must be taken, before anybody hears of this one.
     *
     * @param keys those of the placement
     */
    public Optional<long[]> encode(Placement placement, Column keys) {
        Shape shape = placement.shape();
        byte[] seed = new byte[RandomColumns.SEED];
        random.nextBytes(seed);
        long[] vector = new long[2 * shape.columns()];
        AtomicBoolean failed = new AtomicBoolean();
        cores.run(shape.bins(), bin -> {
            if (!failed.get() && !new BinEncoding(placement, bin, keys, vector).solve(seed)) {
                failed.set(true);
            }
        });
        return failed.get() ? Optional.empty() : Optional.of(vector);
    }
}
