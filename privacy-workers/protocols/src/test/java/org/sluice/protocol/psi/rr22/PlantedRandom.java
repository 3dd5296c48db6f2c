package org.sluice.protocol.psi.rr22;

import java.security.SecureRandom;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hands planted seeds to whoever encodes in the workshop, one for each attempt; everything else is random. */
final class PlantedRandom extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final transient Queue<byte[]> seeds;
    private boolean fillsColumns;

    PlantedRandom(List<byte[]> seeds) {
        this.seeds = new ConcurrentLinkedQueue<>(seeds);
    }

    /** In the workshop every other draw is the encoder's own, for columns that no key determines. */
    @Override
    public void nextBytes(byte[] bytes) {
        super.nextBytes(bytes);
        if (Thread.currentThread().getName().equals(Parties.WORKSHOP)) {
            if (!fillsColumns && !seeds.isEmpty()) {
                System.arraycopy(seeds.remove(), 0, bytes, 0, bytes.length);
            }
            fillsColumns = !fillsColumns;
        }
    }

    int left() {
        return seeds.size();
    }
}
