package org.sluice.shared;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calendar as it stood when it was read: Monday to Friday, except the days that it names. Immutable. */
public final class WorkingCalendar {

    private final Map<LocalDate, Boolean> named;

    WorkingCalendar(Map<LocalDate, Boolean> named) {
        this.named = Map.copyOf(named);
    }

    /** The same calendar with one day set. */
    WorkingCalendar with(LocalDate day, boolean working) {
        var more = new HashMap<>(named);
        more.put(day, working);
        return new WorkingCalendar(more);
    }

    /** The same time of day on the n-th working day after the term's start; n = 0 is the start itself. */
    public Instant end(Term term) {
        return after(term.from(), term.workingDays());
    }

    Instant after(Instant from, int days) {
        var start = from.atZone(WorkingDays.ZONE);
        var day = start.toLocalDate();
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                counted++;
            }
        }
        return day.atTime(start.toLocalTime()).atZone(WorkingDays.ZONE).toInstant();
    }

    /** The end of the term that ends first. */
    public Instant earliestEnd(List<Term> terms) {
        return terms.stream()
                .map(this::end)
                .min(Instant::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("no term"));
    }

    private boolean isWorking(LocalDate day) {
        return named.getOrDefault(day, isWeekday(day));
    }

    /** Monday to Friday: what a day is unless the calendar names it. */
    static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
