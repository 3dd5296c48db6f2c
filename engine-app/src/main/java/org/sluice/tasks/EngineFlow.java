package org.sluice.tasks;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.sluice.process.CaseId;
import org.sluice.shared.Flags;
import org.sluice.shared.Flow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts processes and writes messages, always in the transaction of the state change that causes them. */
@Component
class EngineFlow implements Flow {

    private final RuntimeService engine;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EngineFlow(RuntimeService engine, JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(String processKey, CaseId caseId, Flags flags) {
        engine.startProcessInstanceByKey(processKey, caseId.toString(), flags.values());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(String message, CaseId caseId) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into sluice.engine_message (id, name, case_id, at, next_at)
                        values (:id, :name, :case, :now, :now)
                        on conflict (name, case_id) do update
                        set id = :id, at = :now, next_at = :now, attempts = 0, tried_at = null, error = null,
                            delivered_at = null, result = null
                        where engine_message.delivered_at is not null
                        """)
                .param("id", UUID.randomUUID())
                .param("name", message)
                .param("case", caseId.value())
                .param("now", now)
                .update();
        events.publishEvent(new EngineMessages.Written(message));
    }
}
