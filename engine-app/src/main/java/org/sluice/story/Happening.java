package org.sluice.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is asked and what was done in the cases of the story. */
@Repository
@Profile("demo")
class Happening {

    /** An open task. */
    record Asked(
            String id,
            String key,
            String processKey,
            Role role,
            @Nullable LocalText subject,
            Instant createdAt) {}

    /** A task that somebody has completed. */
    record Done(
            CaseId caseId,
            String key,
            String processKey,
            @Nullable LocalText subject,
            @Nullable LocalText person,
            Instant createdAt,
            Instant at) {}

    /** A case that somebody has begun. */
    record Begun(@Nullable LocalText person, Instant at) {}

    /** A month that somebody has recorded. */
    record Read(YearMonth month, @Nullable LocalText person, Instant at) {}

    private final JdbcClient jdbc;

    Happening(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The task of a case that was asked first and is open. */
    Optional<Asked> asked(CaseId caseId) {
        return jdbc.sql("""
                        select t.* from sluice.task t join sluice.case_file c on c.case_id = t.case_id
                         where t.case_id = ? and t.state = 'OPEN' and c.closed_at is null
                         order by t.created_at, t.id limit 1
                        """)
                .param(caseId.value())
                .query((row, n) -> new Asked(
                        row.getString("id"),
                        row.getString("key"),
                        row.getString("process_key"),
                        Role.valueOf(row.getString("candidate_group")),
                        text(row, "subject"),
                        instant(row, "created_at")))
                .optional();
    }

    /** What people have done in these cases, in its order. */
    List<Done> done(List<CaseId> cases) {
        return jdbc.sql("""
                        select t.*, p.name_zh, p.name_en
                          from sluice.task t left join sluice.person p on p.id = t.completed_by
                         where t.case_id = any(?) and t.state = 'COMPLETED'
                         order by t.ended_at, t.id
                        """)
                .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, n) -> new Done(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("key"),
                        row.getString("process_key"),
                        text(row, "subject"),
                        text(row, "name"),
                        instant(row, "created_at"),
                        instant(row, "ended_at")))
                .list();
    }

    Begun begun(CaseId caseId) {
        return jdbc.sql("""
                        select c.opened_at, p.name_zh, p.name_en
                          from sluice.case_file c left join sluice.person p on p.id = c.initiator where c.case_id = ?
                        """)
                .param(caseId.value())
                .query((row, n) -> new Begun(text(row, "name"), instant(row, "opened_at")))
                .single();
    }

    List<Read> read(UUID product) {
        return jdbc.sql("""
                        select to_char(q.month, 'YYYY-MM') as month, q.recorded_at, p.name_zh, p.name_en
                          from sluice.quality_reading q left join sluice.person p on p.id = q.recorded_by
                         where q.product = ? order by q.month
                        """)
                .param(product)
                .query((row, n) -> new Read(
                        YearMonth.parse(row.getString("month")), text(row, "name"), instant(row, "recorded_at")))
                .list();
    }

    private static @Nullable LocalText text(ResultSet row, String head) throws SQLException {
        var zh = row.getString(head + "_zh");
        return zh == null ? null : new LocalText(zh, row.getString(head + "_en"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
