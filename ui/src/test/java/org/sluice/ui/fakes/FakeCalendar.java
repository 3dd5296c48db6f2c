package org.sluice.ui.fakes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sluice.process.LocalText;
import org.sluice.process.NotPermitted;
import org.sluice.process.Problems;
import org.sluice.ui.calendar.CalendarDesk;

/** Weekends are free; the first of a month is a holiday that nobody has verified. */
public final class FakeCalendar implements CalendarDesk {

    public final Map<LocalDate, Day> changed = new HashMap<>();
    public boolean mayEdit = true;

    @Override
    public List<Day> month(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .map(this::day)
                .toList();
    }

    @Override
    public boolean mayEdit() {
        return mayEdit;
    }

    /** A day that becomes another moves three tasks and one timer. */
    @Override
    public Moves moves(LocalDate day, boolean working) {
        return day(day).working() == working ? new Moves(0, 0) : new Moves(3, 1);
    }

    @Override
    public Moves set(LocalDate day, boolean working, LocalText note) {
        if (!mayEdit) {
            throw new NotPermitted("role");
        }
        new Problems()
                .required("note.zh", note.zh())
                .required("note.en", note.en())
                .orThrow();
        var moves = moves(day, working);
        changed.put(day, new Day(day, working, note, true));
        return moves;
    }

    private Day day(LocalDate day) {
        var holiday = day.getDayOfMonth() == 1;
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return changed.getOrDefault(
                day, new Day(day, !holiday && !weekend, holiday ? new LocalText("节日", "Holiday") : null, !holiday));
    }
}
