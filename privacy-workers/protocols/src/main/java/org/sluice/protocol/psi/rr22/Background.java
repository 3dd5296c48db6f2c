package org.sluice.protocol.psi.rr22;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Cores;

/** One piece of work that goes on in another thread while this party waits for its peer. */
final class Background<T> {

    private final AtomicReference<@Nullable T> result = new AtomicReference<>();
    private final Future<?> future;

    private Background(ExecutorService threads, Supplier<T> work) {
        this.future = threads.submit(() -> result.set(work.get()));
    }

    static <T> Background<T> begin(ExecutorService threads, Supplier<T> work) {
        return new Background<>(threads, work);
    }

    /** Waits for the result; what the work has thrown is thrown. */
    T await() {
        Cores.await(future);
        T value = result.get();
        if (value == null) {
            throw new IllegalStateException("Work in the background came to nothing");
        }
        return value;
    }

    /** What no thread has begun is never computed. */
    void cancel() {
        future.cancel(false);
    }
}
