package org.sluice.demo.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.springframework.jdbc.core.JdbcTemplate;

/** Budget lines of this year and the next, appropriated in the double-entry ledger by the finance officer. */
final class DemoBudget {

    private record Line(
            String code,
            String source,
            String unit,
            @Nullable String businessLine,
            LocalText name,
            long yuan) {}

    private static final long CENTRAL = 60_000_000;
    private static final long PER_LINE = 8_000_000;
    private static final long FIRST_TIER = 3_000_000;
    private static final long SECOND_TIER = 800_000;

    private final JdbcTemplate jdbc;
    private final DemoTaxonomy taxonomy;

    DemoBudget(JdbcTemplate jdbc, DemoTaxonomy taxonomy) {
        this.jdbc = jdbc;
        this.taxonomy = taxonomy;
    }

    void load(int year, Instant now) {
        for (int each = year; each <= year + 1; each++) {
            var fiscalYear = each;
            lines(fiscalYear).forEach(line -> appropriate(line, fiscalYear, now));
        }
    }

    private List<Line> lines(int year) {
        var lines = new ArrayList<Line>();
        var prefix = "BL-" + year + "-";
        lines.add(new Line(
                prefix + "CENTRAL",
                "CENTRAL",
                "HO",
                null,
                new LocalText(year + "年外部数据统筹预算", "Central external-data budget " + year),
                CENTRAL));
        taxonomy.lines()
                .forEach((code, name) -> lines.add(new Line(
                        prefix + "LINE-" + code,
                        "LINE",
                        "HO",
                        code,
                        new LocalText(
                                year + "年" + name.zh() + "条线外部数据预算", "External-data budget " + year + ": " + name.en()),
                        PER_LINE)));
        for (var unit : DemoPlaces.branches()) {
            lines.add(new Line(
                    prefix + "BRANCH-" + unit.code(),
                    "BRANCH",
                    unit.code(),
                    null,
                    new LocalText(
                            year + "年" + unit.name().zh() + "外部数据预算",
                            "External-data budget " + year + ": " + unit.name().en()),
                    unit.tier().equals("FIRST_TIER") ? FIRST_TIER : SECOND_TIER));
        }
        return lines;
    }

    private void appropriate(Line line, int year, Instant now) {
        jdbc.update(
                """
                insert into sluice.budget_line (code, fiscal_year, source, org_unit, business_line, name_zh, name_en, demo)
                values (?, ?, ?, ?, ?, ?, ?, true)
                """,
                line.code(),
                year,
                line.source(),
                line.unit(),
                line.businessLine(),
                line.name().zh(),
                line.name().en());
        var entry = jdbc.queryForObject(
                """
                insert into sluice.ledger_entry (reference, kind, at, actor) values (?, 'APPROPRIATE', ?, ?) returning id
                """, Long.class, "appropriate:" + line.code(), now.atOffset(ZoneOffset.UTC), financeOfficer());
        var amount = BigDecimal.valueOf(line.yuan());
        jdbc.batchUpdate(
                "insert into sluice.ledger_posting (entry, budget_line, bucket, amount) values (?, ?, ?, ?)",
                List.of(
                        new Object[] {entry, line.code(), "APPROPRIATED", amount.negate()},
                        new Object[] {entry, line.code(), "AVAILABLE", amount}));
    }

    private static UUID financeOfficer() {
        return Draw.id("person", "finance");
    }
}
