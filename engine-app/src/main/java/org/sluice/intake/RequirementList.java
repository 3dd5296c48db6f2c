package org.sluice.intake;

import static org.sluice.shared.SearchText.like;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Page;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.process.intake.RequirementState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of requirements, page by page, as people look through it. */
@Component
class RequirementList {

    /** @param waitingAt key of the task that the case waits at, if any */
    record Line(
            CaseId caseId,
            String number,
            String title,
            RequirementState state,
            LocalText unitName,
            Money budget,
            Instant createdAt,
            @Nullable String waitingAt,
            @Nullable Instant due) {}

    private final JdbcClient jdbc;

    RequirementList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Line> page(
            @Nullable String text, @Nullable PersonId createdBy, @Nullable Set<UnitCode> units, int offset, int limit) {
        var from = """
                from sluice.requirement r join sluice.org_unit u on u.code = r.org_unit
                join sluice.case_file f on f.case_id = r.case_id
                left join lateral (select t.key, t.due from sluice.task t
                                   where t.case_id = r.case_id and t.state = 'OPEN' order by t.created_at limit 1) w on true
                where (:by::uuid is null or r.created_by = :by)
                  and (:units::text[] is null or r.org_unit = any(:units) or r.created_by = :by)
                  and (:text::text is null or lower(r.requirement_no || ' ' || r.title) like :text)
                """;
        var values = new HashMap<String, @Nullable Object>();
        values.put("by", createdBy == null ? null : createdBy.value());
        values.put(
                "units",
                units == null ? null : units.stream().map(UnitCode::value).toArray(String[]::new));
        values.put("text", text == null || text.isBlank() ? null : like(text));
        var total = jdbc.sql("select count(*) " + from)
                .params(values)
                .query(Long.class)
                .single();
        values.put("limit", limit);
        values.put("offset", offset);
        var lines = jdbc.sql("select r.*, f.amount, u.name_zh, u.name_en, w.key as waiting_at, w.due " + from
                        + " order by r.created_at desc, r.requirement_no desc limit :limit offset :offset")
                .params(values)
                .query((row, n) -> line(row))
                .list();
        return new Page<>(total, lines);
    }

    private static Line line(ResultSet row) throws SQLException {
        var due = row.getObject("due", OffsetDateTime.class);
        return new Line(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("requirement_no"),
                row.getString("title"),
                RequirementState.valueOf(row.getString("state")),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                new Money(row.getBigDecimal("amount")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("waiting_at"),
                due == null ? null : due.toInstant());
    }
}
