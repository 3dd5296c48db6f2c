package org.sluice.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts working days by the business calendar: Monday to Friday, except the days that the calendar names (public
 * holidays and make-up working days, 调休). The house's days begin and end in China.
 */
@Component
public class WorkingDays {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The day it is in the house. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private final JdbcClient jdbc;

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The calendar as it stands now. */
    public WorkingCalendar calendar() {
        var named = new HashMap<LocalDate, Boolean>();
        jdbc.sql("select day, working from sluice.calendar_day").query(row -> {
            named.put(row.getObject("day", LocalDate.class), row.getBoolean("working"));
        });
        return new WorkingCalendar(named);
    }

    /** The same time of day on the n-th working day after the given one; n = 0 is the instant itself. */
    public Instant after(Instant from, int days) {
        return calendar().after(from, days);
    }

    /**
     * The end of the term that ends first, for somebody who keeps it together with its terms: until this transaction
     * ends no change of the calendar is committed, so that none can miss it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant keptEnd(List<Term> terms) {
        jdbc.sql("lock table sluice.calendar_day in share mode").update();
        return calendar().earliestEnd(terms);
    }
}
