package org.sluice.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.process.CaseId;
import org.sluice.process.Var;
import org.sluice.shared.Auditable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers written messages to the engine, each in a transaction of its own: at once after commit, and again by a sweep
 * if that failed, each time later. A message that no process waits for any more counts as already done; one that fails
 * again and again is given up and stands among the {@link Incidents} until the operator lets it go on. None holds up
 * another.
 */
@Component
class EngineMessages {

    /** A message was written, or may be tried again, in this transaction. */
    record Written(String name) {}

    /** A message that was given up, and why. */
    record Stuck(UUID id, String name, CaseId caseId, Instant since, String error) {}

    private record Message(UUID id, String name, CaseId caseId, int attempts) {}

    /** So many attempts, put off by 2, 4, 8 … seconds, outlast whatever a case's own jobs may be busy with. */
    static final int ATTEMPTS = 8;

    /** Every process of the house has it. */
    private static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    private static final int SWEEP = 50;
    private static final int LONGEST_ERROR = 500;
    private static final Logger LOG = LoggerFactory.getLogger(EngineMessages.class);

    private final JdbcClient jdbc;
    private final RuntimeService engine;
    private final RepositoryService models;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EngineMessages(
            JdbcClient jdbc,
            RuntimeService engine,
            RepositoryService models,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.models = models;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    @Async
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void written(Written message) {
        deliver();
    }

    /** Delivers what is due; safe to call at any time and from several threads. */
    @Scheduled(fixedDelay = 3000, initialDelay = 3000)
    void deliver() {
        due().forEach(this::attempt);
    }

    private void attempt(Message message) {
        try {
            transaction.executeWithoutResult(status -> deliver(message));
        } catch (RuntimeException e) {
            // the process may be busy with one of its jobs: the sweep comes again
            LOG.info(
                    "Message {} of case {} waits for its next delivery: {}",
                    message.name(),
                    message.caseId(),
                    e.toString());
            transaction.executeWithoutResult(status -> putOff(message, e));
        }
    }

    private void deliver(Message message) {
        var mine = jdbc.sql("""
                        select 1 from sluice.engine_message
                        where id = ? and delivered_at is null and attempts = ? and stuck_at is null
                        for update skip locked
                        """)
                .params(message.id(), message.attempts())
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
        var starts = !subscribed && starts(message);
        if (subscribed) {
            correlate(message);
        } else if (starts) {
            start(message);
        }
        jdbc.sql("update sluice.engine_message set delivered_at = ?, result = ? where id = ?")
                .params(utc(clock.instant()), subscribed || starts ? "DELIVERED" : "ALREADY_DONE", message.id())
                .update();
    }

    /**
     * Does a model begin with this message?
     *
     * @throws IllegalStateException while an earlier instance of it is under way for the case, since it is to begin anew
     *     once that has ended: the message waits
     */
    private boolean starts(Message message) {
        var begun = models.createProcessDefinitionQuery()
                .messageEventSubscriptionName(message.name())
                .latestVersion()
                .list();
        if (begun.size() != 1) {
            return false;
        }
        var underWay = engine.createProcessInstanceQuery()
                .processDefinitionKey(begun.get(0).getKey())
                .processInstanceBusinessKey(message.caseId().toString())
                .count();
        if (underWay > 0) {
            throw new IllegalStateException(begun.get(0).getKey() + " is still under way for this case");
        }
        return true;
    }

    private void start(Message message) {
        engine.createMessageCorrelation(message.name())
                .processInstanceBusinessKey(message.caseId().toString())
                .setVariable(CASE_ID.name(), CASE_ID.encode(message.caseId()))
                .correlateStartMessage();
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

    /** Counts the failure once, however many threads have seen it. */
    private void putOff(Message message, RuntimeException why) {
        var failures = message.attempts() + 1;
        var now = clock.instant();
        var givenUp = failures >= ATTEMPTS;
        var counted = jdbc.sql("""
                        update sluice.engine_message
                        set attempts = ?, tried_at = ?, next_at = ?, error = ?, stuck_at = ?
                        where id = ? and attempts = ? and delivered_at is null
                        """)
                .params(
                        failures,
                        utc(now),
                        utc(now.plus(Duration.ofSeconds(1L << failures))),
                        shortened(why),
                        givenUp ? utc(now) : null,
                        message.id(),
                        message.attempts())
                .update();
        if (counted > 0 && givenUp) {
            LOG.warn("Message {} of case {} is given up", message.name(), message.caseId(), why);
            events.publishEvent(Auditable.of("message.stuck", message.caseId(), null, "message " + message.name())
                    .with("waitsFor", message.name())
                    .with("reason", shortened(why)));
        }
    }

    private static String shortened(RuntimeException why) {
        var text = why.getCause() == null
                ? why.toString()
                : why.getMessage() + ": " + why.getCause().getMessage();
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }

    /** The messages that were given up, the latest first. */
    List<Stuck> stuck(int limit) {
        return jdbc.sql("""
                        select id, name, case_id, stuck_at, error from sluice.engine_message
                        where delivered_at is null and stuck_at is not null order by stuck_at desc, id limit ?
                        """)
                .param(limit)
                .query((row, n) -> new Stuck(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getObject("stuck_at", OffsetDateTime.class).toInstant(),
                        row.getString("error")))
                .list();
    }

    long stuckCount() {
        return jdbc.sql(
                        "select count(*) from sluice.engine_message where delivered_at is null and stuck_at is not null")
                .query(Long.class)
                .single();
    }

    /** Lets a message that was given up go on, as if it were new; it is tried after this transaction. */
    boolean retry(Stuck message) {
        var free = jdbc.sql("""
                        update sluice.engine_message set attempts = 0, next_at = ?, stuck_at = null
                        where id = ? and delivered_at is null and stuck_at is not null
                        """).params(utc(clock.instant()), message.id()).update();
        events.publishEvent(new Written(message.name()));
        return free > 0;
    }

    /** What has failed least comes first, so that the hopeless never crowd out the new. */
    private List<Message> due() {
        return jdbc.sql("""
                        select id, name, case_id, attempts from sluice.engine_message
                        where delivered_at is null and stuck_at is null and next_at <= ?
                        order by attempts, next_at limit ?
                        """)
                .params(utc(clock.instant()), SWEEP)
                .query((row, n) -> new Message(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getInt("attempts")))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
