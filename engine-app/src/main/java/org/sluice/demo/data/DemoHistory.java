package org.sluice.demo.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sluice.shared.WorkingDays;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Cases of the last twelve months that had ended when this house was opened, so that its figures have something to measure:
 * taken over with tasks and threads, and without decisions, since no release of the rule book is as old as they are.
 */
final class DemoHistory {

    private static final int REQUIREMENTS = 36;

    private final JdbcTemplate jdbc;

    DemoHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Fills also a database that was filled before there was a history; one that has it is left alone. */
    void load(Instant now) {
        var there = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from sluice.audit_event where action = 'case.takenOver')", Boolean.class));
        if (there) {
            return;
        }
        var today = LocalDate.ofInstant(now, WorkingDays.ZONE);
        var office = new OfficeHours(jdbc);
        var cases = new PastCases(jdbc);
        var all = new ArrayList<PastCase>();
        all.addAll(new DemoPastWishes(jdbc, cases, office).load(days(today), today));
        all.addAll(new DemoPastUses(jdbc, cases, office).load(now, today));
        cases.tell(all, now);
    }

    /** Spread over the year, the earliest first. */
    private static List<LocalDate> days(LocalDate today) {
        var draw = new Draw("days of past requirements");
        return IntStream.range(0, REQUIREMENTS)
                .mapToObj(n -> today.minusDays(draw.between(8, 350)))
                .distinct()
                .sorted()
                .toList();
    }
}
