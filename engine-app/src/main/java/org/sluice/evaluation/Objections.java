package org.sluice.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.PersonId;
import org.sluice.process.evaluation.RecordObjection;
import org.sluice.process.evaluation.ReviewObjection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What suppliers answered to their grades, once an evaluation, and what another person found about it. */
@Component
class Objections {

    /** @param upheld null before it is reviewed */
    record Objection(
            boolean objects,
            LocalDate receivedOn,
            @Nullable String grounds,
            @Nullable Boolean upheld,
            @Nullable String review) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Objections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(CaseId caseId, RecordObjection body, PersonId by) {
        jdbc.sql("""
                        insert into sluice.grade_objection (case_id, objects, received_on, grounds, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        caseId.value(),
                        body.objects(),
                        body.receivedOn(),
                        body.grounds(),
                        by.value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void review(CaseId caseId, ReviewObjection body, PersonId by) {
        jdbc.sql(
                        "update sluice.grade_objection set upheld = ?, review = ?, reviewed_by = ?, reviewed_at = ? where case_id = ?")
                .params(
                        body.upheld(),
                        body.comment(),
                        by.value(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caseId.value())
                .update();
    }

    Optional<Objection> of(CaseId caseId) {
        return jdbc.sql("select * from sluice.grade_objection where case_id = ?")
                .param(caseId.value())
                .query((row, n) -> new Objection(
                        row.getBoolean("objects"),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("grounds"),
                        row.getObject("upheld", Boolean.class),
                        row.getString("review")))
                .optional();
    }
}
