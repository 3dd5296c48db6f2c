package org.sluice.worker.transport;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A time at which something is ended unless it was lifted before: what a wait for each frame or byte cannot bound, since
 * a peer may send a little now and then for ever.
 */
public final class Deadline {

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final ScheduledFuture<?> end;

    private Deadline(ScheduledFuture<?> end) {
        this.end = end;
    }

    /** @param end called by the timer's thread, which all share: it must not wait for anybody */
    public static Deadline in(Duration time, Runnable end) {
        return new Deadline(TIMER.schedule(end, time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, runnable -> {
            Thread thread = new Thread(runnable, "deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** Nothing is ended any more, unless it is already. */
    public void lift() {
        end.cancel(false);
    }
}
