package org.sluice.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import org.sluice.shared.Auditable;
import org.sluice.shared.Json;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes each event in the transaction that made it true: no change without its row, no row without its change. */
@Component
class AuditTrail {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Auditable event) {
        var actor = event.actor();
        jdbc.sql("""
                        insert into sluice.audit_event (at, actor, actor_name, action, case_id, subject, details)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor == null ? null : actor.id().value(),
                        actor == null ? null : json.write(actor.name()),
                        event.action(),
                        event.caseId() == null ? null : event.caseId().value(),
                        event.subject(),
                        json.write(event.details()))
                .update();
    }
}
