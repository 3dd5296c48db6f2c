package org.sluice.tasks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.sluice.process.TaskId;
import org.sluice.shared.Term;
import org.sluice.shared.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The terms of open tasks, and their due dates by another calendar: in the inbox and in the engine. */
@Component
class CountedTasks {

    /** An open task that is due at another time. */
    record Move(TaskId id, Instant due) {}

    private record Open(Instant due, List<Term> terms) {}

    private final JdbcClient jdbc;
    private final TaskService engine;

    CountedTasks(JdbcClient jdbc, TaskService engine) {
        this.jdbc = jdbc;
        this.engine = engine;
    }

    void keep(TaskId id, List<Term> terms) {
        jdbc.sql("""
                        insert into sluice.task_term (task, counted_from, working_days)
                        select ?, counted_from, working_days
                        from unnest(?::timestamptz[], ?::int[]) as term(counted_from, working_days)
                        on conflict do nothing
                        """)
                .params(
                        id.value(),
                        terms.stream().map(term -> term.from().toString()).toArray(String[]::new),
                        terms.stream().map(Term::workingDays).toArray(Integer[]::new))
                .update();
    }

    List<Move> moving(WorkingCalendar calendar) {
        var open = new LinkedHashMap<TaskId, Open>();
        jdbc.sql("""
                        select t.id, t.due, m.counted_from, m.working_days
                        from sluice.task t join sluice.task_term m on m.task = t.id
                        where t.state = 'OPEN' order by t.id
                        """).query(row -> {
            var due = row.getObject("due", OffsetDateTime.class).toInstant();
            open.computeIfAbsent(new TaskId(row.getString("id")), id -> new Open(due, new ArrayList<>()))
                    .terms()
                    .add(new Term(
                            row.getObject("counted_from", OffsetDateTime.class).toInstant(),
                            row.getInt("working_days")));
        });
        var moves = new ArrayList<Move>();
        open.forEach((id, task) -> {
            var due = calendar.earliestEnd(task.terms());
            if (!due.equals(task.due())) {
                moves.add(new Move(id, due));
            }
        });
        return moves;
    }

    void move(Move move) {
        jdbc.sql("update sluice.task set due = ? where id = ?")
                .params(utc(move.due()), move.id().value())
                .update();
        engine.setDueDate(move.id().value(), Date.from(move.due()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
