package org.sluice.worker.bench;

import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sluice.protocol.group.Ladder;
import org.sluice.worker.jobs.Ladders;

/**
 * What a party computes with.
 *
 * @param threads one for each core
 */
record Tools(Ladder ladder, ExecutorService threads, SecureRandom random) implements AutoCloseable {

    static final int CORES = Runtime.getRuntime().availableProcessors();

    static Tools of(String provider, SecureRandom random) {
        return new Tools(Ladders.of(provider), Executors.newFixedThreadPool(CORES), random);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
