package org.sluice.demo.data;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.sluice.shared.WorkingDays;
import org.springframework.jdbc.core.JdbcTemplate;

/** When the people of the demo work: from nine to six on the days that the calendar calls working days. */
final class OfficeHours {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private final Map<LocalDate, Boolean> exceptions = new HashMap<>();

    OfficeHours(JdbcTemplate jdbc) {
        jdbc.query("select day, working from sluice.calendar_day", row -> {
            exceptions.put(row.getObject("day", LocalDate.class), row.getBoolean("working"));
        });
    }

    /** The first minute of work on this day or after it. */
    ZonedDateTime from(LocalDate day) {
        var first = day;
        while (!isWorkingDay(first)) {
            first = first.plusDays(1);
        }
        return first.atTime(OPENS).atZone(WorkingDays.ZONE);
    }

    /** So much time of work later. */
    ZonedDateTime after(ZonedDateTime start, Duration work) {
        var at = start;
        var left = work;
        while (true) {
            var today = Duration.between(at, at.with(CLOSES));
            if (isWorkingDay(at.toLocalDate()) && left.compareTo(today) < 0) {
                return at.plus(left);
            }
            left = isWorkingDay(at.toLocalDate()) && !today.isNegative() ? left.minus(today) : left;
            at = from(at.toLocalDate().plusDays(1));
        }
    }

    /** The same time of day so many working days later. */
    ZonedDateTime daysAfter(ZonedDateTime start, int workingDays) {
        var day = start.toLocalDate();
        for (int i = 0; i < workingDays; i++) {
            day = from(day.plusDays(1)).toLocalDate();
        }
        return start.with(day);
    }

    private boolean isWorkingDay(LocalDate day) {
        return exceptions.getOrDefault(
                day, day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }
}
