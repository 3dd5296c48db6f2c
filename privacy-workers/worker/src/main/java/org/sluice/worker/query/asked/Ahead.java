package org.sluice.worker.query.asked;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.sluice.protocol.hidden.Reader;

/** Computes queries while nobody waits, list by list, in one thread of its own. */
final class Ahead implements AutoCloseable {

    /** A greatest batch, and some for single questions in between. */
    private static final int READY = 96;

    /** Share a pass over the matrix, which costs as much as five queries. */
    private static final int AT_ONCE = 16;

    private final Set<Reader> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(runnable -> {
        Thread made = new Thread(runnable, "queries-ahead");
        made.setDaemon(true);
        return made;
    });

    /** Sees to it that queries lie ready before long. */
    void fill(Reader reader) {
        if (reader.ready() <= READY - AT_ONCE && waiting.add(reader)) {
            try {
                thread.execute(() -> work(reader));
            } catch (RejectedExecutionException closed) {
                waiting.remove(reader);
            }
        }
    }

    private void work(Reader reader) {
        waiting.remove(reader);
        reader.prepare(Math.min(reader.ready() + AT_ONCE, READY));
        fill(reader);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
