package org.sluice.worker.shell;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.exception.NotFoundException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a task locked for this worker until it is closed. The lock is short, so that a worker that dies is soon replaced,
 * and is extended three times before it would run out.
 */
final class Lease {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final ExternalTask task;
    private final ExternalTaskService engine;
    private final Duration lock;
    private final Runnable cancelled;
    private final ScheduledFuture<?> beat;

    private Lease(
            ExternalTask task,
            ExternalTaskService engine,
            Duration lock,
            Runnable cancelled,
            ScheduledExecutorService timer) {
        this.task = task;
        this.engine = engine;
        this.lock = lock;
        this.cancelled = cancelled;
        long third = lock.toMillis() / 3;
        this.beat = timer.scheduleWithFixedDelay(this::extend, third, third, TimeUnit.MILLISECONDS);
    }

    /** @param cancelled called once the engine no longer knows the task */
    static Lease hold(
            ExternalTask task,
            ExternalTaskService engine,
            Duration lock,
            Runnable cancelled,
            ScheduledExecutorService timer) {
        return new Lease(task, engine, lock, cancelled, timer);
    }

    /**
     * A lock that could not be extended in time is no loss: this worker, or another of the party, fetches the task again; who
     * has the job in hand goes on with it, and keeps its end for whoever asks next.
     */
    private void extend() {
        try {
            engine.extendLock(task, lock.toMillis());
        } catch (NotFoundException gone) {
            LOG.info("task={} is cancelled: the engine no longer has it", task.getId());
            cancelled.run();
            close();
        } catch (ExternalTaskClientException failed) {
            LOG.warn("task={} lock not extended: {}", task.getId(), failed.getMessage());
        }
    }

    void close() {
        beat.cancel(false);
    }
}
