package org.sluice.worker.shell;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.client.exception.BadRequestException;
import org.camunda.bpm.client.exception.EngineException;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.exception.NotFoundException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.party.Settings;

/**
 * Tells the engine how a task ended, each outcome in the engine's own terms, as often as it takes to be heard.
 *
 * @param refusal the code of the BPMN error that a refusal of this topic is
 */
record Report(ExternalTaskService engine, Settings settings, String refusal) {

    private static final Logger LOG = LoggerFactory.getLogger(Report.class);
    private static final int LONGEST_MESSAGE = 600;
    private static final int ERRORS_BORNE = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** Returns when the engine has heard it or does not want to; an interrupt ends it, and the outcome stays kept. */
    void send(ExternalTask task, Outcome outcome) throws InterruptedException {
        Duration wait = Duration.ofSeconds(1);
        int errors = 0;
        while (true) {
            try {
                sendOnce(task, outcome);
                LOG.info(
                        "task={} reported: {}", task.getId(), outcome.getClass().getSimpleName());
                return;
            } catch (NotFoundException cancelled) {
                LOG.info("task={} is no longer at the engine: cancelled, or reported before", task.getId());
                return;
            } catch (BadRequestException refused) {
                Outcome rest = withoutReceipt(outcome);
                if (!rest.equals(outcome)) {
                    LOG.warn("task={} the engine does not take the receipt, which stays in the folder", task.getId());
                    send(task, rest);
                    return;
                }
                LOG.error("task={} the engine refuses the report: {}", task.getId(), refused.getMessage());
                return;
            } catch (EngineException fails) {
                // The engine is there and cannot go on: what it does with this outcome is for people to look at.
                LOG.warn("task={} the engine fails on the report: {}", task.getId(), fails.getMessage());
                if (++errors > ERRORS_BORNE) {
                    if (!(outcome instanceof Outcome.Failed)) {
                        send(task, new Outcome.Failed(Notice.of(NoticeCode.ENGINE_FAILS), Cost.ONE));
                    }
                    return;
                }
                Thread.sleep(wait.toMillis());
            } catch (ExternalTaskClientException unheard) {
                LOG.warn("task={} not reported yet: {}", task.getId(), unheard.getMessage());
                Thread.sleep(wait.toMillis());
                wait = shorter(wait.multipliedBy(2), LONGEST_WAIT);
            }
        }
    }

    /** For an engine of a release that knows of no receipts. */
    private static Outcome withoutReceipt(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done done)) {
            return outcome;
        }
        Map<String, Object> rest = new HashMap<>(done.results());
        rest.remove(MatchTestTopic.RECEIPT.name());
        return new Outcome.Done(rest);
    }

    private void sendOnce(ExternalTask task, Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            engine.complete(task, done.results());
        } else if (outcome instanceof Outcome.Refused refused) {
            Notice notice = refused.notice();
            Map<String, Object> reason =
                    Map.of(MatchTestTopic.REASON.name(), notice.code().word());
            engine.handleBpmnError(task, refusal, message(notice), reason);
        } else if (outcome instanceof Outcome.Failed failed) {
            int left = retriesLeft(task, failed.cost());
            engine.handleFailure(
                    task, message(failed.notice()), failed.notice().both(), left, pause(failed.cost(), left));
        }
    }

    private int retriesLeft(ExternalTask task, Cost cost) {
        int before = task.getRetries() == null ? settings.retries() : task.getRetries();
        return switch (cost) {
            case NOTHING -> Math.max(1, before);
            case ONE -> Math.max(0, before - 1);
            case ALL -> 0;
        };
    }

    private long pause(Cost cost, int left) {
        if (cost == Cost.NOTHING) {
            return settings.pause().toMillis();
        }
        int failures = Math.max(0, settings.retries() - left);
        return shorter(settings.pause().multipliedBy(1L << Math.min(failures, 10)), LONGEST_PAUSE)
                .toMillis();
    }

    private static String message(Notice notice) {
        String both = notice.both();
        return both.length() > LONGEST_MESSAGE ? both.substring(0, LONGEST_MESSAGE) : both;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
