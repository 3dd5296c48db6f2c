package org.sluice.worker.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.group.BatchedGroup.Step;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.notice.Notice;

/** Writes into the worker's log how far one task is: at once where a step begins or ends, else every few seconds. */
final class ProgressLog implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressLog.class);
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final String task;
    private final Clock clock;
    private @Nullable Step step;
    private Instant stepBegan = Instant.EPOCH;
    private Instant lastSaid = Instant.EPOCH;

    ProgressLog(String task, Clock clock) {
        this.task = task;
        this.clock = clock;
    }

    @Override
    public void waits(Notice notice) {
        LOG.info("task={} waits {}", task, notice.both());
    }

    @Override
    public synchronized void computes(Step now, int rows, int total, long bytes) {
        Instant instant = clock.instant();
        boolean begins = now != step;
        if (begins) {
            step = now;
            stepBegan = instant;
        }
        if (begins || rows == total || !instant.isBefore(lastSaid.plus(EVERY))) {
            lastSaid = instant;
            double seconds =
                    Math.max(0.001, Duration.between(stepBegan, instant).toMillis() / 1000.0);
            LOG.info(
                    "task={} step={} rows={}/{} share={} rate={}/s bytes={}",
                    task,
                    now.name().toLowerCase(Locale.ROOT),
                    rows,
                    total,
                    String.format(Locale.ROOT, "%.2f", (double) rows / total),
                    begins ? "?" : Math.round(rows / seconds),
                    bytes);
        }
    }
}
