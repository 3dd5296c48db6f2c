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

    List<Day> month(YearMonth month);

    /** May the person who is signed in change days? */
    boolean mayEdit();

    /** Sets a day; whoever sets it has verified it. */
    void set(LocalDate day, boolean working, LocalText note);
}
