package org.sluice.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.sluice.process.CaseId;
import org.sluice.process.Var;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The dates at which a process wakes by itself. Each keeps its term, so that a changed calendar counts it anew. */
@Component
public class TimerDates {

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;

    TimerDates(JdbcClient jdbc, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
    }

    /** Counts the date of a timer and keeps from when it was counted; set again, the later term counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Date set(CaseId caseId, Var<Date> timer, Term term) {
        var at = workingDays.keptEnd(List.of(term));
        jdbc.sql("""
                        insert into sluice.timer_term (case_id, variable, counted_from, working_days, at)
                        values (:case, :variable, :from, :days, :at)
                        on conflict (case_id, variable) do update set counted_from = :from, working_days = :days, at = :at
                        """)
                .param("case", caseId.value())
                .param("variable", timer.name())
                .param("from", term.from().atOffset(ZoneOffset.UTC))
                .param("days", term.workingDays())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return Date.from(at);
    }

    /** For when the timer was set last, by the calendar of today; that may be over. */
    @Transactional(readOnly = true)
    public Optional<Instant> at(CaseId caseId, Var<Date> timer) {
        return jdbc.sql("select at from sluice.timer_term where case_id = ? and variable = ?")
                .params(caseId.value(), timer.name())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
