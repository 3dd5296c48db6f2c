package org.sluice.protocol.group;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
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

    private final DiffieHellmanGroup group;
    private final Executor threads;
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

    public BatchedGroup(DiffieHellmanGroup group, Executor threads, Listener listener) {
        this.group = group;
        this.threads = threads;
        this.listener = listener;
    }

    /** The group on the calling thread, with nobody to hear of it. */
    public static BatchedGroup alone(DiffieHellmanGroup group) {
        return new BatchedGroup(group, Runnable::run, (step, rows, total) -> {});
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
        return stage(Step.OWN, items.count())
                .hashAndMultiply(items, dst, scalar)
                .await();
    }

    @Override
    public Column decodeAndMultiply(Column encoded, Secret scalar) {
        return stage(Step.PEERS, encoded.count())
                .decodeAndMultiply(encoded, scalar)
                .await();
    }

    @Override
    public Column looselyDecodeAndMultiply(Column encoded, Secret scalar) {
        return stage(Step.PEERS, encoded.count())
                .looselyDecodeAndMultiply(encoded, scalar)
                .await();
    }

    /**
     * Begins other work on rows in the same threads, of which the listener hears nothing.
     *
     * @param width bytes of a row of the result, which has as many rows as the column
     */
    public Pending start(Column rows, int width, UnaryOperator<Column> work) {
        return Pending.start(rows, width, work, threads, done -> {});
    }

    /** Work on a column that comes in parts: each part is begun at once and waited for later. */
    public Stage stage(Step step, int total) {
        return new Stage(step, total);
    }

    /** Parts of one column of so many rows; what was begun can be cancelled together. */
    public final class Stage {

        private final Step step;
        private final int total;
        private final AtomicInteger done = new AtomicInteger();
        private final List<Pending> parts = new ArrayList<>();

        private Stage(Step step, int total) {
            this.step = step;
            this.total = total;
        }

        public Pending hashAndMultiply(Column items, byte[] dst, Secret scalar) {
            return start(items, batch -> group.hashAndMultiply(batch, dst, scalar));
        }

        public Pending decodeAndMultiply(Column encoded, Secret scalar) {
            return start(encoded, batch -> group.decodeAndMultiply(batch, scalar));
        }

        public Pending looselyDecodeAndMultiply(Column encoded, Secret scalar) {
            return start(encoded, batch -> group.looselyDecodeAndMultiply(batch, scalar));
        }

        public void cancel() {
            parts.forEach(Pending::cancel);
        }

        private Pending start(Column part, UnaryOperator<Column> work) {
            Pending pending = Pending.start(
                    part, elementLength(), work, threads, rows -> listener.done(step, done.addAndGet(rows), total));
            parts.add(pending);
            return pending;
        }
    }
}
