package org.sluice.worker.shell;

import java.net.URI;
import java.util.List;
import org.camunda.bpm.client.backoff.ErrorAwareBackoffStrategy;
import org.camunda.bpm.client.backoff.ExponentialErrorBackoffStrategy;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.task.ExternalTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits longer from one fetch that failed to the next, and says in one line each when the engine is away, or refuses,
 * and when it is there again. The client itself would write every failure, with its stack, at every try; its log is off.
 */
final class EngineWatch implements ErrorAwareBackoffStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(EngineWatch.class);
    private static final long FIRST_WAIT_MILLIS = 500;
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private final URI engine;
    private final ErrorAwareBackoffStrategy pauses =
            new ExponentialErrorBackoffStrategy(FIRST_WAIT_MILLIS, 2, LONGEST_WAIT_MILLIS);
    private @Nullable String said;
    private boolean met;

    EngineWatch(URI engine) {
        this.engine = engine;
    }

    @Override
    public void reconfigure(List<ExternalTask> tasks, @Nullable ExternalTaskClientException failure) {
        pauses.reconfigure(tasks, failure);
        if (failure == null) {
            answers();
        } else {
            fails(reason(failure));
        }
    }

    private void answers() {
        if (!met || said != null) {
            LOG.info("The engine at {} answers", engine);
        }
        met = true;
        said = null;
    }

    private void fails(String reason) {
        if (!reason.equals(said)) {
            LOG.warn("The engine at {} hands out no tasks, and is asked again until it does: {}", engine, reason);
            said = reason;
        }
    }

    /** The innermost cause: what the client wraps around it is the same for every failure. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse(cause.getClass().getSimpleName());
    }

    @Override
    public long calculateBackoffTime() {
        return pauses.calculateBackoffTime();
    }
}
