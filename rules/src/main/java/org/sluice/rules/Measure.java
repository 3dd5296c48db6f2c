package org.sluice.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a number counts, and between which bounds it makes sense at all; what is good or bad about it the rules say.
 *
 * @param least null when there is no bound; so is the following
 */
public record Measure(
        Unit unit, @Nullable BigDecimal least, @Nullable BigDecimal most) {

    /** The unit that stands beside the value. */
    public enum Unit {
        /** A part of one, such as 0.63; people read it as 63 %. */
        SHARE,
        CNY,
        /** How often. */
        TIMES,
        /** How many times as much. */
        MULTIPLE,
        RECORDS,
        PERSONS,
        MILLISECONDS,
        DAYS,
        MONTHS,
        /** One of the calendar. */
        YEAR,
        LEVEL,
        /** A number without a unit, such as KS. */
        FIGURE
    }

    /** Whether the number lies within the bounds, which belong to it. */
    public boolean holds(BigDecimal number) {
        return (least == null || number.compareTo(least) >= 0) && (most == null || number.compareTo(most) <= 0);
    }

    /** @return null for a fact that is no number */
    static @Nullable Measure of(CsvRows.Row row) {
        var unit = row.get("unit");
        return unit.isEmpty() ? null : new Measure(Unit.valueOf(unit), bound(row.get("least")), bound(row.get("most")));
    }

    private static @Nullable BigDecimal bound(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
