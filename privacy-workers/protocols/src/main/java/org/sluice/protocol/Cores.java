package org.sluice.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The threads that a party may use beside its own for work in independent parts.
 *
 * <p>The calling thread works too and waits for nobody who has not begun: a busy or small pool makes it slower and never
 * stops it.
 */
public final class Cores {

    private final ExecutorService threads;
    private final int others;

    /** @param others how many threads of the pool to ask for, at most */
    public Cores(ExecutorService threads, int others) {
        this.threads = threads;
        this.others = others;
    }

    /** How many threads may work at once, the caller's included. */
    public int count() {
        return others + 1;
    }

    /**
     * Runs each part once, in any order and on any thread, and returns when all are done; what one throws is thrown.
     *
     * @throws CancellationException if the caller is interrupted meanwhile
     */
    public void run(int parts, IntConsumer part) {
        AtomicInteger next = new AtomicInteger();
        Runnable some = () -> {
            for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
                part.accept(i);
            }
        };
        List<Future<?>> asked = new ArrayList<>();
        for (int i = 0; i < Math.min(others, parts - 1); i++) {
            asked.add(threads.submit(some));
        }
        try {
            some.run();
        } finally {
            next.set(parts);
            join(asked);
        }
    }

    private static void join(List<Future<?>> asked) {
        asked.forEach(Cores::await);
    }

    /**
     * Waits until the work is done; what it has thrown is thrown.
     *
     * @throws CancellationException if this thread is interrupted, or the work was cancelled
     */
    public static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while computing");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Work in another thread failed", failed.getCause());
        }
    }
}
