package org.sluice.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A number of working days, counted from an instant. Whatever waits for a counted date keeps its terms, so that a
 * changed calendar can count it anew.
 */
public record Term(Instant from, int workingDays) {

    /** Kept and read again it is still the same: the engine and the database know no shorter times. */
    public Term {
        from = from.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Nine o'clock on the first working day on or after a day. */
    public static Term firstWorkingDayFrom(LocalDate day) {
        return new Term(day.minusDays(1).atTime(9, 0).atZone(WorkingDays.ZONE).toInstant(), 1);
    }
}
