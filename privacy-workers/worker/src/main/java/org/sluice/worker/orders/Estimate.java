package org.sluice.worker.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.sluice.protocol.Column;
import org.sluice.protocol.channel.InMemoryChannel;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.sum.ValuedSet;
import org.sluice.protocol.psi.unbalanced.ListFunction;
import org.sluice.protocol.psi.unbalanced.ListKey;
import org.sluice.protocol.psi.unbalanced.MaskedList;
import org.sluice.protocol.psi.unbalanced.Masks;
import org.sluice.protocol.session.Session;
import org.sluice.worker.jobs.Need;
import org.sluice.worker.jobs.Room;

/**
 * What a run will take, as far as one party can know: as if the peer's set were as large as its own.
 *
 * @param seconds as if both sides computed on this machine, so that a peer of its own makes it shorter
 * @param mebibytes of this worker, with the worker itself, which has them beside its job
 */
record Estimate(double seconds, long mebibytes) {

    private static final int FEW = 256;
    private static final int MORE = 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Runs twice over made-up items within this process, and draws a line through both times. */
    static Estimate of(Computation computation, int size, Need need, Clock clock) {
        double few = seconds(computation, FEW, clock);
        double more = seconds(computation, MORE, clock);
        double anItem = Math.max(0, more - few) / (MORE - FEW);
        double fixed = Math.max(0, few - anItem * FEW);
        // the first run was slower than its like would be now, so that a line may fall; then the second alone says more
        double seconds = anItem > 0 ? fixed + anItem * size : more / MORE * size;
        return new Estimate(Math.round(seconds * 1000) / 1000.0, (Room.WORKER >> 20) + need.mebibytes());
    }

    private static double seconds(Computation computation, int size, Clock clock) {
        Terms terms = new Terms(computation.method(), computation.output(), new byte[Terms.SALT_LENGTH], size, size);
        ItemSet items = ItemSet.of(madeUp(size), terms);
        Consumer<Session> responder = responder(computation, items);
        InMemoryChannel.Pair line = InMemoryChannel.pair(64, PATIENCE);
        ExecutorService peer = Executors.newSingleThreadExecutor();
        Instant begun = clock.instant();
        try {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(
                    () -> responder.accept(new Session(metered(line.right()), Session.Order.SECOND)), peer);
            learn(computation, items, new Session(metered(line.left()), Session.Order.FIRST));
            answered.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("A run with itself does not end", failed);
        } finally {
            peer.shutdownNow();
        }
        return Duration.between(begun, clock.instant()).toNanos() / 1e9;
    }

    private static MeteredChannel metered(InMemoryChannel line) {
        return new MeteredChannel(line);
    }

    private static void learn(Computation computation, ItemSet items, Session session) {
        if (computation instanceof Computation.Rows rows) {
            session.run(rows.technique().learner(items));
        } else if (computation instanceof Computation.Count count) {
            session.run(count.cardinality().learner(items));
        } else if (computation instanceof Computation.Total total) {
            int size = items.count();
            session.run(total.sum().learner(ValuedSet.of(madeUp(size), new long[size], items.terms())));
        } else if (computation instanceof Computation.LookUp lookUp) {
            session.run(lookUp.protocol().learner(items, null));
        }
    }

    /** What stands before a run begins, as masks do, is made here and not in it. */
    private static Consumer<Session> responder(Computation computation, ItemSet items) {
        if (computation instanceof Computation.Rows rows) {
            return session -> session.run(rows.technique().responder(items));
        }
        if (computation instanceof Computation.Count count) {
            return session -> session.run(count.cardinality().responder(items));
        }
        if (computation instanceof Computation.Total total) {
            return session -> session.run(total.sum().responder(items));
        }
        Computation.LookUp lookUp = (Computation.LookUp) computation;
        ListFunction function = lookUp.function();
        ListKey key = function.key(function.draw(lookUp.random()));
        MaskedList list = MaskedList.of(items, function, key, Masks.width(items.count()), 0, lookUp.cores());
        return session -> session.run(lookUp.protocol().responder(list, items.terms()));
    }

    private static Column madeUp(int size) {
        byte[] rows = new byte[size * Integer.BYTES];
        for (int i = 0; i < size; i++) {
            rows[i * Integer.BYTES] = (byte) i;
            rows[i * Integer.BYTES + 1] = (byte) (i >>> Byte.SIZE);
        }
        return Column.owning(rows, Integer.BYTES);
    }
}
