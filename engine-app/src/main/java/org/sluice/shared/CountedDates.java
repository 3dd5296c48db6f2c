package org.sluice.shared;

/**
 * Everything that waits for a date counted in working days: open tasks, and timers of running processes. Implemented by
 * {@code tasks}.
 */
public interface CountedDates {

    /** How many dates are others by another calendar. */
    record Moved(int tasks, int timers) {}

    /** What would move by this calendar; nothing is changed. */
    Moved moving(WorkingCalendar calendar);

    /**
     * Counts all of it anew, in the transaction that changes the calendar.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException when the engine was at work on one of them; then
     *     nothing is changed, and it may be tried again
     */
    Moved countAnew(WorkingCalendar calendar);
}
