package org.sluice.protocol.psi.rr22;

import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.sluice.protocol.Cores;

/** The threads of a party, for work that it waits for and for work that goes on beside. */
final class Workshop {

    private final ExecutorService threads;
    private final Cores all;
    private final Cores one;

    Workshop(ExecutorService threads, int cores) {
        this.threads = threads;
        this.all = new Cores(threads, cores - 1);
        this.one = new Cores(threads, 0);
    }

    Cores all() {
        return all;
    }

    /** Begins something that stays in one thread: were it to ask for others, threads could wait for each other. */
    <T> Background<T> beside(Function<Cores, T> work) {
        return Background.begin(threads, () -> work.apply(one));
    }
}
