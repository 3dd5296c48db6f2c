package org.sluice.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.shared.Auditable;
import org.sluice.shared.Json;
import org.sluice.shared.TransactionMemory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes each event in the transaction that made it true: no change without its row, no row without its change. The rows
 * of a transaction are written together before it commits, in the order of the events.
 */
@Component
class AuditTrail {

    /** Far below the server's limit of parameters in one statement. */
    private static final int AT_ONCE = 500;

    private record Row(Instant at, Auditable event) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final TransactionMemory<List<Row>> pending = new TransactionMemory<>(ArrayList::new, this::insert);

    AuditTrail(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Auditable event) {
        pending.now().add(new Row(clock.instant(), event));
    }

    private void insert(List<Row> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            insertAtOnce(rows.subList(from, Math.min(from + AT_ONCE, rows.size())));
        }
    }

    private void insertAtOnce(List<Row> rows) {
        var values = new ArrayList<@Nullable Object>();
        for (var row : rows) {
            var event = row.event();
            var actor = event.actor();
            values.add(row.at().atOffset(ZoneOffset.UTC));
            values.add(actor == null ? null : actor.id().value());
            values.add(actor == null ? null : json.write(actor.name()));
            values.add(event.action());
            values.add(event.caseId() == null ? null : event.caseId().value());
            values.add(event.subject());
            values.add(json.write(event.details()));
        }
        // ids are given in the order of the values
        jdbc.sql("insert into sluice.audit_event (at, actor, actor_name, action, case_id, subject, details) values "
                        + String.join(", ", Collections.nCopies(rows.size(), "(?, ?, ?, ?, ?, ?, ?::jsonb)")))
                .params(values)
                .update();
    }
}
