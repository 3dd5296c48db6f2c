package org.sluice.shared;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts working days by the business calendar: Monday to Friday, except the days that the calendar names (public
 * holidays and make-up working days, 调休). The house's days begin and end in China.
 */
@Component
public class WorkingDays {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same time of day on the n-th working day after the given one; n = 0 is the instant itself. */
    public Instant after(Instant from, int days) {
        var start = from.atZone(ZONE);
        var named = named(start.toLocalDate());
        var day = start.toLocalDate();
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isWorking(day, named)) {
                counted++;
            }
        }
        return day.atTime(start.toLocalTime()).atZone(ZONE).toInstant();
    }

    /** Nine o'clock on the first working day on or after a day. */
    public Instant firstFrom(LocalDate day) {
        var named = named(day);
        var first = day;
        while (!isWorking(first, named)) {
            first = first.plusDays(1);
        }
        return first.atTime(9, 0).atZone(ZONE).toInstant();
    }

    private Map<LocalDate, Boolean> named(LocalDate from) {
        var days = new HashMap<LocalDate, Boolean>();
        jdbc.sql("select day, working from sluice.calendar_day where day >= ?")
                .param(from)
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), row.getBoolean("working"));
                });
        return days;
    }

    private static boolean isWorking(LocalDate day, Map<LocalDate, Boolean> named) {
        return named.getOrDefault(day, isWeekday(day));
    }

    /** Monday to Friday: what a day is unless the calendar names it. */
    static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
