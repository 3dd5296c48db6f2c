package org.sluice.ui.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;

/** Spans of time in the one unit that fits: minutes, hours, or days of 24 hours, with one decimal from hours on. */
record Durations(Format format) {

    private static final long HOUR = 60;
    private static final long DAY = 24 * HOUR;

    static Durations forReader() {
        return new Durations(Format.forReader());
    }

    /** Null stays null: nothing was measured. */
    @Nullable
    String of(@Nullable Duration span) {
        if (span == null) {
            return null;
        }
        var minutes = Math.max(1, span.toMinutes());
        if (minutes < HOUR) {
            return Words.of("dashboard.minutes", format.number(minutes));
        }
        return minutes < 2 * DAY
                ? Words.of("dashboard.hours", decimal(minutes, HOUR))
                : Words.of("dashboard.daysLong", decimal(minutes, DAY));
    }

    private String decimal(long minutes, long unit) {
        return format.decimal(BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP));
    }
}
