package org.sluice.demo.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.access.Purpose;
import org.sluice.process.intake.DecisionImpact;
import org.sluice.shared.WorkingDays;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who may use what the application cases are built on: one grant for each of their products. Most run, a few have run out
 * or are suspended, and some end within a month.
 */
final class DemoGrants {

    /** An application case's use of one product. */
    private record Use(UUID product, String unit, String scenario, String line, Purpose purpose, String key) {}

    /** The systems in which the lines of the demo work. */
    private static final Map<String, String> SYSTEMS = Map.of(
            "INCLUSIVE_FINANCE", "SME-LOAN",
            "BANK_CARD", "CARD-RISK",
            "PERSONAL_LOAN", "RETAIL-LOAN",
            "SETTLEMENT_CASH", "CASH-MGMT");

    private final JdbcTemplate jdbc;
    private final Draw draw = new Draw("usage grants");

    DemoGrants(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Fills also a database that was filled before there were grants; one that has them is left alone. */
    void load(Instant now) {
        var there = Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select 1 from sluice.usage_grant where demo)", Boolean.class));
        if (there) {
            return;
        }
        limit();
        var today = LocalDate.ofInstant(now, WorkingDays.ZONE);
        var rows = new ArrayList<Object[]>();
        for (var use : uses()) {
            rows.add(row(use, today, now));
        }
        jdbc.batchUpdate("""
                insert into sluice.usage_grant (id, product, org_unit, scenario, purpose, calling_system, calls_per_day,
                    cost_centre, state, granted_at, valid_to, not_after, suspended_at, suspended_why, ended_at, ended_why, demo)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
                on conflict do nothing
                """, rows);
    }

    /** What is most sensitive serves credit and the law, and nobody's marketing, unless somebody uses it so already. */
    private void limit() {
        jdbc.update("""
                update sluice.data_product p
                set admitted_purposes = '{CREDIT_ADMISSION,CREDIT_LIMIT,RISK_MONITORING,LEGAL_DUTY}'
                where p.demo and p.jr_level >= 4 and not exists (
                    select 1 from sluice.application_case a join sluice.scenario s on s.code = a.scenario
                    where p.id = any(a.products) and s.decision_impact in ('MARKETING', 'NONE'))
                """);
    }

    private List<Use> uses() {
        return jdbc.query(
                """
                select u.product, a.code || '/' || p.code as key, a.org_unit, a.scenario, a.business_line, s.decision_impact
                from sluice.application_case a cross join lateral unnest(a.products) as u (product)
                join sluice.scenario s on s.code = a.scenario join sluice.data_product p on p.id = u.product
                where a.demo and a.state = 'LISTED' and p.state in ('LISTED', 'DEGRADED') order by a.code, p.code
                """,
                (row, n) -> new Use(
                        row.getObject("product", UUID.class),
                        row.getString("org_unit"),
                        row.getString("scenario"),
                        row.getString("business_line"),
                        Purpose.of(DecisionImpact.valueOf(row.getString("decision_impact"))),
                        row.getString("key")));
    }

    private Object[] row(Use use, LocalDate today, Instant now) {
        var left = draw.between(5, 340);
        var fate = draw.between(1, 100);
        var expired = fate <= 3;
        var suspended = fate > 97;
        var until = expired ? today.minusDays(draw.between(3, 60)) : today.plusDays(left);
        var granted = until.minusMonths(12).atTime(10, draw.between(0, 59)).atZone(WorkingDays.ZONE);
        @Nullable
        Object stopped =
                suspended ? now.minusSeconds(86_400L * draw.between(1, 9)).atOffset(ZoneOffset.UTC) : null;
        @Nullable
        Object ended = expired
                ? until.plusDays(1).atTime(1, 0).atZone(WorkingDays.ZONE).toOffsetDateTime()
                : null;
        return new Object[] {
            Draw.id("usage grant", use.key()),
            use.product(),
            use.unit(),
            use.scenario(),
            use.purpose().name(),
            SYSTEMS.getOrDefault(use.line(), "LINE-WORKBENCH"),
            100L * draw.between(2, 80),
            "BL-" + today.getYear() + "-LINE-" + use.line(),
            expired ? "EXPIRED" : suspended ? "SUSPENDED" : "ACTIVE",
            granted.toOffsetDateTime(),
            until,
            until.plusMonths(draw.between(0, 18)),
            stopped,
            stopped == null ? null : "BAD_QUALITY",
            ended,
            ended == null ? null : "TERM_OVER"
        };
    }
}
