package org.sluice.tasks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.sluice.process.CaseId;
import org.sluice.shared.Term;
import org.sluice.shared.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timers of running processes by another calendar: each reads its date from a variable when it is made. */
@Component
class CountedTimers {

    /** A timer that still waits and goes off at another time. */
    record Move(CaseId caseId, String instance, String variable, String job, Instant at) {}

    private record Kept(CaseId caseId, String variable, Term term, Instant at) {}

    private final JdbcClient jdbc;
    private final RuntimeService engine;
    private final ManagementService jobs;

    CountedTimers(JdbcClient jdbc, RuntimeService engine, ManagementService jobs) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.jobs = jobs;
    }

    List<Move> moving(WorkingCalendar calendar) {
        return kept().stream()
                .filter(kept -> !calendar.end(kept.term()).equals(kept.at()))
                .flatMap(kept -> waiting(kept, calendar.end(kept.term())))
                .toList();
    }

    void move(Move move) {
        jdbc.sql("update sluice.timer_term set at = ? where case_id = ? and variable = ?")
                .params(move.at().atOffset(ZoneOffset.UTC), move.caseId().value(), move.variable())
                .update();
        engine.setVariable(move.instance(), move.variable(), Date.from(move.at()));
        jobs.setJobDuedate(move.job(), Date.from(move.at()));
    }

    /** A timer that has gone off has no job any more. */
    private Stream<Move> waiting(Kept kept, Instant at) {
        return engine
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(kept.caseId().toString())
                .variableValueEquals(kept.variable(), Date.from(kept.at()))
                .list()
                .stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .filter(job ->
                        job.getDuedate() != null && job.getDuedate().toInstant().equals(kept.at()))
                .map(job -> new Move(kept.caseId(), job.getProcessInstanceId(), kept.variable(), job.getId(), at));
    }

    private List<Kept> kept() {
        return jdbc.sql("""
                        select t.* from sluice.timer_term t join sluice.case_file c on c.case_id = t.case_id
                        where c.closed_at is null order by t.case_id, t.variable
                        """)
                .query((row, n) -> new Kept(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("variable"),
                        new Term(
                                row.getObject("counted_from", OffsetDateTime.class)
                                        .toInstant(),
                                row.getInt("working_days")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
