package org.sluice.ui.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
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

    private static final Set<String> COUNTS = Set.of("expectedCallsPerYear", "peakTps", "latencyMsP99");
    private static final Set<String> DAYS = Set.of(
            "neededBy",
            "until",
            "quotedOn",
            "admittedUntil",
            "signedOn",
            "startsOn",
            "endsOn",
            "supervisorReportedOn",
            "answerReceived",
            "noticedOn",
            "repliedOn",
            "effectiveOn",
            "receivedOn",
            "liftingFrom",
            "suspendedUntil",
            "endedOn",
            "rectifyBy",
            "windowFrom",
            "windowTo",
            "blockAt",
            "blockedSince",
            "bridgeUntil",
            "useEndedOn",
            "deletedOn");

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

    private static String figure(String name, String value) {
        try {
            if (ValueKinds.isShare(name)) {
                return Format.forReader().percent(new BigDecimal(value));
            }
            if (ValueKinds.isAmount(name)) {
                return Format.forReader().money(new Money(new BigDecimal(value)));
            }
            if (COUNTS.contains(name)) {
                return Format.forReader().number(Long.parseLong(value));
            }
            return DAYS.contains(name) ? Format.forReader().date(LocalDate.parse(value)) : value;
        } catch (ArithmeticException | NumberFormatException | DateTimeParseException e) {
            return value;
        }
    }
}
