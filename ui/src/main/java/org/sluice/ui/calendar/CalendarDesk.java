package org.sluice.ui.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;

/** The business calendar: which days count as working days. */
public interface CalendarDesk {

    /**
     * @param note null for an ordinary day
     * @param verified false while nobody has checked the day against the official plan
     */
    record Day(LocalDate day, boolean working, @Nullable LocalText note, boolean verified) {}

    /** How many due dates of open tasks, and how many dates of waiting processes, are others by a changed calendar. */
    record Moves(int tasks, int timers) {}

    List<Day> month(YearMonth month);

    /** May the person who is signed in change days? */
    boolean mayEdit();

    /** What setting a day would move; nothing is changed. */
    Moves moves(LocalDate day, boolean working);

    /** Sets a day, and counts anew what is already running; whoever sets it has verified it. */
    Moves set(LocalDate day, boolean working, LocalText note);
}
