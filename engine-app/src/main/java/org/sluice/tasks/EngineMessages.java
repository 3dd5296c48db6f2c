package org.sluice.tasks;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers written messages to the engine, each in a transaction of its own: at once after commit, and again by a sweep
 * if that failed. A message that no process waits for any more counts as already done.
 */
@Component
class EngineMessages {

    /** A message was written in this transaction. */
    record Written(String name) {}

    private record Message(UUID id, String name, UUID caseId) {}

    private static final Logger LOG = LoggerFactory.getLogger(EngineMessages.class);

    private final JdbcClient jdbc;
    private final RuntimeService engine;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EngineMessages(JdbcClient jdbc, RuntimeService engine, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Async
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void written(Written message) {
        deliver();
    }

    /** Delivers what is waiting; safe to call at any time and from several threads. */
    @Scheduled(fixedDelay = 3000, initialDelay = 3000)
    void deliver() {
        for (var message : waiting()) {
            try {
                transaction.executeWithoutResult(status -> deliver(message));
            } catch (RuntimeException e) {
                // the process may be busy with one of its jobs: the sweep comes again
                LOG.info(
                        "Message {} of case {} waits for its next delivery: {}",
                        message.name(),
                        message.caseId(),
                        e.toString());
                transaction.executeWithoutResult(
                        status -> jdbc.sql("update sluice.engine_message set attempts = attempts + 1 where id = ?")
                                .param(message.id())
                                .update());
            }
        }
    }

    private void deliver(Message message) {
        var mine = jdbc.sql(
                        "select 1 from sluice.engine_message where id = ? and delivered_at is null for update skip locked")
                .param(message.id())
                .query(Integer.class)
                .optional();
        if (mine.isEmpty()) {
            return;
        }
        var subscribed = engine.createExecutionQuery()
                        .processInstanceBusinessKey(message.caseId().toString())
                        .messageEventSubscriptionName(message.name())
                        .count()
                > 0;
        if (subscribed) {
            correlate(message);
        }
        jdbc.sql("update sluice.engine_message set delivered_at = ?, result = ? where id = ?")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        subscribed ? "DELIVERED" : "ALREADY_DONE",
                        message.id())
                .update();
    }

    private void correlate(Message message) {
        try {
            engine.createMessageCorrelation(message.name())
                    .processInstanceBusinessKey(message.caseId().toString())
                    .correlate();
        } catch (MismatchingMessageCorrelationException e) {
            throw new IllegalStateException("Message " + message.name() + " fits no single wait", e);
        }
    }

    private List<Message> waiting() {
        return jdbc.sql(
                        "select id, name, case_id from sluice.engine_message where delivered_at is null order by at limit 50")
                .query((row, n) -> new Message(
                        row.getObject("id", UUID.class), row.getString("name"), row.getObject("case_id", UUID.class)))
                .list();
    }
}
