package org.sluice.protocol.group;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;

/** A column that several threads are computing, a batch of its rows at a time. */
public final class Pending {

    private static final int ROWS_PER_BATCH = 256;

    private final byte[] results;
    private final int width;
    private final List<FutureTask<Void>> batches = new ArrayList<>();

    private Pending(int count, int width) {
        this.results = new byte[Math.multiplyExact(count, width)];
        this.width = width;
    }

    /**
     * Hands all batches to the threads.
     *
     * @param width bytes of a row of the result, which has as many rows as the column
     * @param done hears after each batch how many rows it had
     */
    static Pending start(Column column, int width, UnaryOperator<Column> work, Executor threads, IntConsumer done) {
        Pending pending = new Pending(column.count(), width);
        for (int from = 0; from < column.count(); from += ROWS_PER_BATCH) {
            int start = from;
            int end = Math.min(from + ROWS_PER_BATCH, column.count());
            pending.batches.add(new FutureTask<>(
                    () -> {
                        work.apply(column.slice(start, end)).copyRows(0, end - start, pending.results, start * width);
                        done.accept(end - start);
                    },
                    null));
        }
        pending.batches.forEach(threads::execute);
        return pending;
    }

    /**
     * The column, once all of it is computed. Whatever a batch threw ends the others and is thrown here.
     *
     * @throws CancellationException if this thread is interrupted, or the work was cancelled
     */
    public Column await() {
        boolean done = false;
        try {
            batches.forEach(Cores::await);
            done = true;
        } finally {
            if (!done) {
                cancel();
            }
        }
        return Column.owning(results, width);
    }

    /** Batches that no thread has begun are never computed. */
    public void cancel() {
        batches.forEach(batch -> batch.cancel(false));
    }
}
