package org.sluice.insight;

import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Problems;
import org.sluice.process.UnitCode;
import org.sluice.shared.Access;
import org.sluice.shared.Actors;
import org.sluice.shared.WorkingDays;
import org.sluice.ui.insight.FigureDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures for managers, read from the tables at each question. People who see some units only get figures of those, and
 * people from outside none.
 */
@Service
@Transactional(readOnly = true)
public class Figures implements FigureDesk {

    private static final int LONGEST_WINDOW = 366;

    /** Cases that the person sees, as the list of cases has them. */
    private static final String SEEN = "(:units::text[] is null or c.org_unit = any(:units) or c.initiator = :me)";

    private final JdbcClient jdbc;
    private final Access access;
    private final Actors actors;
    private final Clock clock;

    Figures(JdbcClient jdbc, Access access, Actors actors, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public Overview overview(int days) {
        var actor = actors.current();
        access.requireCatalogue(actor);
        new Problems().between("days", days, 1, LONGEST_WINDOW).orThrow();
        var today = LocalDate.now(clock.withZone(WorkingDays.ZONE));
        var since = today.minusDays(days);
        var values = new HashMap<String, @Nullable Object>();
        values.put("me", actor.id().value());
        values.put(
                "units",
                access.visibleUnits(actor)
                        .map(seen -> seen.stream().map(UnitCode::value).toArray(String[]::new))
                        .orElse(null));
        values.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        values.put("since", since.atStartOfDay(WorkingDays.ZONE).toOffsetDateTime());
        return new Overview(since, stages(values), steps(values), budget(today.getYear(), values));
    }

    private List<Stage> stages(Map<String, @Nullable Object> values) {
        return jdbc.sql("""
                        select c.kind, c.state, count(*) as open,
                               count(*) filter (where exists (select 1 from sluice.task t where t.case_id = c.case_id
                                                              and t.state = 'OPEN' and t.due < :now)) as overdue
                        from sluice.case_file c
                        left join sluice.state s on s.code = c.state and upper(s.entity) like c.kind || '%%'
                        where c.closed_at is null and %s
                        group by c.kind, c.state, s.seq
                        order by array_position(array['REQUIREMENT', 'USAGE', 'EVALUATION', 'EXIT', 'BLACKLIST'], c.kind),
                                 s.seq nulls last, c.state
                        """.formatted(SEEN))
                .params(values)
                .query((row, n) -> new Stage(
                        CaseKind.valueOf(row.getString("kind")),
                        row.getString("state"),
                        row.getLong("open"),
                        row.getLong("overdue")))
                .list();
    }

    /** Open ones are counted by case, since each count leads to a list of cases. */
    private List<Step> steps(Map<String, @Nullable Object> values) {
        return jdbc.sql("""
                        select t.process_key, t.key,
                               count(distinct t.case_id) filter (where t.state = 'OPEN' and c.closed_at is null) as open,
                               count(distinct t.case_id) filter (where t.state = 'OPEN' and c.closed_at is null
                                                                 and t.due < :now) as overdue,
                               count(*) filter (where %1$s) as done,
                               percentile_cont(0.5) within group (order by extract(epoch from t.ended_at - t.created_at))
                                   filter (where %1$s) as median,
                               percentile_cont(0.9) within group (order by extract(epoch from t.ended_at - t.created_at))
                                   filter (where %1$s) as ninetieth,
                               percentile_cont(0.5) within group (order by extract(epoch from t.claimed_at - t.created_at))
                                   filter (where %1$s and t.claimed_at is not null) as waited
                        from sluice.task t join sluice.case_file c on c.case_id = t.case_id
                        where %2$s and (t.state = 'OPEN' and c.closed_at is null or %1$s)
                        group by t.process_key, t.key
                        order by open desc, done desc, t.process_key, t.key
                        """.formatted("t.state = 'COMPLETED' and t.ended_at >= :since", SEEN))
                .params(values)
                .query((row, n) -> new Step(
                        row.getString("process_key"),
                        row.getString("key"),
                        row.getLong("open"),
                        row.getLong("overdue"),
                        row.getLong("done"),
                        seconds(row, "median"),
                        seconds(row, "ninetieth"),
                        seconds(row, "waited")))
                .list();
    }

    /** The lines of the units that the person sees. */
    private List<BudgetFigure> budget(int year, Map<String, @Nullable Object> values) {
        return jdbc.sql("""
                        select * from sluice.budget_balance
                        where fiscal_year = :year and (:units::text[] is null or org_unit = any(:units))
                        order by appropriated desc, code
                        """)
                .params(values)
                .param("year", year)
                .query((row, n) -> new BudgetFigure(
                        row.getString("code"),
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        money(row, "appropriated"),
                        money(row, "available"),
                        money(row, "pre_committed"),
                        money(row, "committed"),
                        money(row, "spent")))
                .list();
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column));
    }

    private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
        var seconds = row.getBigDecimal(column);
        return seconds == null
                ? null
                : Duration.ofSeconds(seconds.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
