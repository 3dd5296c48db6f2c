package org.sluice.ui.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.ValueKinds;
import org.sluice.ui.parts.Words;

/**
 * The values of facts and decisions as a person reads them: codes by their names, shares, money and days as such. What
 * was written in two languages stays as it was written.
 */
final class FactWords {

    private static final Set<String> COUNTS = Set.of(
            "expectedCallsPerYear",
            "peakTps",
            "latencyMsP99",
            "sampleSize",
            "matched",
            "ownSize",
            "personCount",
            "volume");

    /** What nobody has counted is decided upon as if it were as many as can be. */
    private static final BigDecimal UNCOUNTED = BigDecimal.valueOf(Integer.MAX_VALUE);

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private FactWords() {}

    static String of(String name, LocalText value) {
        return value.zh().equals(value.en()) ? of(name, value.zh()) : Words.of(value);
    }

    static String of(String name, String value) {
        if (value.isBlank() || value.equals("null")) {
            return Words.of("parts.none");
        }
        var family = ValueKinds.codes(name);
        if (family != null) {
            return Arrays.stream(value.replaceAll("[\\[\\]\"]", "").split("\\s*,\\s*"))
                    .map(code -> Words.of(family + code))
                    .collect(Collectors.joining(Words.of("parts.comma")));
        }
        if (value.equals("true") || value.equals("false")) {
            return Words.of(value.equals("true") ? "common.yes" : "common.no");
        }
        return figure(name, value);
    }

    private static String count(BigDecimal number) {
        return number.compareTo(UNCOUNTED) >= 0
                ? Words.of("cases.uncounted")
                : Format.forReader().decimal(number);
    }

    private static String figure(String name, String value) {
        try {
            if (ValueKinds.isShare(name)) {
                return Format.forReader().percent(new BigDecimal(value));
            }
            if (ValueKinds.isAmount(name)) {
                return Format.forReader().money(new Money(new BigDecimal(value)));
            }
            if (COUNTS.contains(name)) {
                return count(new BigDecimal(value));
            }
            if (name.equals("unitPrice")) {
                return Format.forReader().price(new BigDecimal(value));
            }
            if (name.equals("matchPercent")) {
                return Format.forReader().percent(new BigDecimal(value).movePointLeft(2));
            }
            if (MONTH.matcher(value).matches()) {
                return Format.forReader().month(YearMonth.parse(value));
            }
            return DAY.matcher(value).matches() ? Format.forReader().date(LocalDate.parse(value)) : value;
        } catch (ArithmeticException | NumberFormatException | DateTimeParseException e) {
            return value;
        }
    }
}
