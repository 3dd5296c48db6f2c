package org.sluice.worker.bench;

import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sluice.protocol.group.Ladder;
import org.sluice.protocol.group.P256Multiplier;
import org.sluice.worker.jobs.Libraries;

/**
 * What a party computes with.
 *
 * @param threads one for each core
 */
record Tools(Libraries libraries, ExecutorService threads, SecureRandom random) implements AutoCloseable {

    static final int CORES = Runtime.getRuntime().availableProcessors();

    static Tools of(String provider, SecureRandom random) {
        return new Tools(Libraries.of(provider), Executors.newFixedThreadPool(CORES), random);
    }

    Ladder ladder() {
        return libraries.ladder();
    }

    P256Multiplier p256() {
        return libraries.p256();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
