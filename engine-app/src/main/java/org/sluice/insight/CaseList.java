package org.sluice.insight;

import static org.sluice.shared.SearchText.like;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Page;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.shared.CaseFiles;
import org.sluice.ui.cases.CaseDesk.Filter;
import org.sluice.ui.cases.CaseDesk.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases of all kinds, page by page, as people look through them. */
@Component
class CaseList {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param units null when the person sees all of them; one's own cases are always seen */
    Page<Line> page(PersonId person, @Nullable Set<UnitCode> units, Filter filter, int offset, int limit) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, @Nullable Object>();
        values.put("me", person.value());
        if (units != null) {
            where.add("(c.org_unit = any(:units) or c.initiator = :me)");
            values.put("units", units.stream().map(UnitCode::value).toArray(String[]::new));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.add("lower(c.number || ' ' || c.title || ' ' || coalesce(c.title_en, '')) like :text");
            values.put("text", like(filter.text()));
        }
        if (filter.kind() != null) {
            where.add("c.kind = :kind");
            values.put("kind", filter.kind().name());
        }
        if (filter.state() != null) {
            where.add("c.state = :state");
            values.put("state", filter.state());
        }
        if (filter.open()) {
            where.add("c.closed_at is null");
        }
        if (filter.mine()) {
            where.add("c.initiator = :me");
        }
        waiting(filter, where, values);
        var from = " from sluice.case_file c" + (where.isEmpty() ? "" : " where " + String.join(" and ", where));
        var total = jdbc.sql("select count(*)" + from)
                .params(values)
                .query(Long.class)
                .single();
        values.put("limit", limit);
        values.put("offset", offset);
        return new Page<>(total, lines(from, values));
    }

    /** Nobody waits in a closed case, also in the moment before the engine has taken its tasks away. */
    private void waiting(Filter filter, List<String> where, Map<String, @Nullable Object> values) {
        if (filter.step() == null && !filter.overdue()) {
            return;
        }
        var task = new ArrayList<>(List.of("t.case_id = c.case_id", "t.state = 'OPEN'"));
        if (filter.step() != null) {
            task.add("t.key = :step");
            values.put("step", filter.step());
        }
        if (filter.overdue()) {
            task.add("t.due < :now");
            values.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        }
        where.add("c.closed_at is null and exists (select 1 from sluice.task t where " + String.join(" and ", task)
                + ")");
    }

    private List<Line> lines(String from, Map<String, @Nullable Object> values) {
        return jdbc.sql("""
                        select c.*, u.name_zh, u.name_en, w.key as waiting_at, w.due
                        from (select c.*%s order by c.opened_at desc, c.number desc limit :limit offset :offset) c
                        join sluice.org_unit u on u.code = c.org_unit
                        left join lateral (select t.key, t.due from sluice.task t
                                           where t.case_id = c.case_id and t.state = 'OPEN' and c.closed_at is null
                                           order by t.created_at limit 1) w on true
                        order by c.opened_at desc, c.number desc
                        """.formatted(from))
                .params(values)
                .query((row, n) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("amount");
        var due = row.getObject("due", OffsetDateTime.class);
        return new Line(
                new CaseId(row.getObject("case_id", UUID.class)),
                CaseKind.valueOf(row.getString("kind")),
                row.getString("number"),
                CaseFiles.title(row),
                row.getString("state"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                amount == null ? null : new Money(amount),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("waiting_at"),
                due == null ? null : due.toInstant());
    }
}
