package org.sluice.ui.cases;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sluice.process.Money;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;

/** The values of a decision table as a person reads them: codes by their names, shares and money as such. */
final class DecisionWords {

    /** Which messages name the codes of an input or output. */
    private static final Map<String, String> CODES = Map.of(
            "route", "route.",
            "urgency", "Urgency.",
            "decisionImpact", "DecisionImpact.",
            "method", "method.",
            "reviewers", "role.",
            "approvers", "role.",
            "adds", "role.");

    private static final Set<String> SHARES = Set.of("catalogueSimilarity", "openRequirementMatch");

    private DecisionWords() {}

    static String of(String name, String value) {
        if (value.isBlank() || value.equals("null")) {
            return Words.of("parts.none");
        }
        if (CODES.containsKey(name)) {
            var family = CODES.get(name);
            return Arrays.stream(value.replaceAll("[\\[\\]\"]", "").split("\\s*,\\s*"))
                    .map(code -> Words.of(family + code))
                    .collect(Collectors.joining(Words.of("cases.listSeparator")));
        }
        if (value.equals("true") || value.equals("false")) {
            return Words.of(value.equals("true") ? "common.yes" : "common.no");
        }
        return figure(name, value);
    }

    private static String figure(String name, String value) {
        try {
            if (SHARES.contains(name)) {
                return Format.forReader().percent(new BigDecimal(value));
            }
            return name.equals("amount") ? Format.forReader().money(new Money(new BigDecimal(value))) : value;
        } catch (ArithmeticException | NumberFormatException e) {
            return value;
        }
    }
}
