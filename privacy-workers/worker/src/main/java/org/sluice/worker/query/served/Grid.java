package org.sluice.worker.query.served;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** When evaluations leave: a whole number of steps after they came in, however long they took within a step. */
final class Grid {

    private static final long STEP = Duration.ofMillis(5).toNanos();
    private static final int KEYS_A_STEP = 4;

    private Grid() {}

    /**
     * Nanoseconds still to wait.
     *
     * @param took since the request was there
     * @param keys in it
     */
    static long rest(long took, int keys) {
        long step = STEP * (1 + keys / KEYS_A_STEP);
        return (took / step + 1) * step - took;
    }

    /** Waits until the next time at which an answer to a request that came then may leave. */
    static void await(long began, int keys) {
        long due = System.nanoTime() + rest(System.nanoTime() - began, keys);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
