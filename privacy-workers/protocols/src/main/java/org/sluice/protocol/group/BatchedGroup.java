package org.sluice.protocol.group;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.sluice.protocol.Column;
import org.sluice.protocol.Secret;

/**
 * Another group whose columns are computed in batches on several threads, and which says how far it has come. Results
 * are those of the other group, in the same order.
 *
 * <p>A thread that is interrupted while it waits for a column stops all its batches and gets a
 * {@link CancellationException}.
 */
public final class BatchedGroup implements DiffieHellmanGroup {

    private static final int ROWS_PER_BATCH = 256;

    private final DiffieHellmanGroup group;
    private final ExecutorService threads;
    private final Listener listener;

    /** What a column is computed from. */
    public enum Step {
        /** the own items, hashed and multiplied */
        OWN,
        /** the peer's elements, decoded and multiplied */
        PEERS
    }

    /** Hears after each batch how many rows of the column are done; called by several threads. */
    public interface Listener {
        void done(Step step, int rows, int total);
    }

    public BatchedGroup(DiffieHellmanGroup group, ExecutorService threads, Listener listener) {
        this.group = group;
        this.threads = threads;
        this.listener = listener;
    }

    @Override
    public String suite() {
        return group.suite();
    }

    @Override
    public int elementLength() {
        return group.elementLength();
    }

    @Override
    public Secret sampleScalar(SecureRandom random) {
        return group.sampleScalar(random);
    }

    @Override
    public Element hashToElement(byte[] item, byte[] dst) {
        return group.hashToElement(item, dst);
    }

    @Override
    public Element multiply(Element element, Secret scalar) {
        return group.multiply(element, scalar);
    }

    @Override
    public byte[] encode(Element element) {
        return group.encode(element);
    }

    @Override
    public Element decode(byte[] encoded) {
        return group.decode(encoded);
    }

    @Override
    public Column hashAndMultiply(Column items, byte[] dst, Secret scalar) {
        return inBatches(Step.OWN, items, batch -> group.hashAndMultiply(batch, dst, scalar));
    }

    @Override
    public Column decodeAndMultiply(Column encoded, Secret scalar) {
        return inBatches(Step.PEERS, encoded, batch -> group.decodeAndMultiply(batch, scalar));
    }

    private Column inBatches(Step step, Column column, UnaryOperator<Column> work) {
        byte[] results = new byte[Math.multiplyExact(column.count(), elementLength())];
        AtomicInteger done = new AtomicInteger();
        List<Callable<Void>> batches = new ArrayList<>();
        for (int from = 0; from < column.count(); from += ROWS_PER_BATCH) {
            int start = from;
            int end = Math.min(from + ROWS_PER_BATCH, column.count());
            batches.add(() -> {
                byte[] rows = work.apply(Column.of(column.rows(start, end), column.width()))
                        .rows(0, end - start);
                System.arraycopy(rows, 0, results, start * elementLength(), rows.length);
                listener.done(step, done.addAndGet(end - start), column.count());
                return null;
            });
        }
        runAll(batches);
        return Column.of(results, elementLength());
    }

    private void runAll(List<Callable<Void>> batches) {
        List<Future<Void>> futures = batches.stream().map(threads::submit).toList();
        try {
            for (Future<Void> future : futures) {
                future.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while computing");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A batch failed", failed.getCause());
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
    }
}
