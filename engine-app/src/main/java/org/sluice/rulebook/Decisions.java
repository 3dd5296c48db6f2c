package org.sluice.rulebook;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.shared.Auditable;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Json;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was decided: by which release, on which facts, through which rows. A record is never changed. */
@Service
public class Decisions {

    private final JdbcClient jdbc;
    private final Releases releases;
    private final Json json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Decisions(JdbcClient jdbc, Releases releases, Json json, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.releases = releases;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CaseId caseId, DecisionStep step, Record facts, List<DecisionStep.Row> rows) {
        var release = releases.current();
        var fired = rows.stream().map(DecisionStep.Row::row).toArray(String[]::new);
        jdbc.sql("""
                        insert into sluice.decision_record
                            (case_id, decision, release, facts, facts_schema, fired, outcome, at, element)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(
                        caseId.value(),
                        step.decision(),
                        release,
                        json.write(facts),
                        step.factsSchema(),
                        fired,
                        json.write(rows.stream().map(DecisionStep.Row::outputs).toList()),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        step.element())
                .update();
        events.publishEvent(Auditable.of("decision.taken", caseId, null, "decision " + step.decision())
                .with("decision", step.decision())
                .with("release", release)
                .with("rows", String.join(", ", fired)));
    }
}
