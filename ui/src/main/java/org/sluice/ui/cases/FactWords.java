package org.sluice.ui.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;

/**
 * The values of facts and decisions as a person reads them: codes by their names, shares, money and days as such. What
 * was written in two languages stays as it was written.
 */
final class FactWords {

    /** Which messages name the codes of a fact. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("route", "route."),
            Map.entry("urgency", "Urgency."),
            Map.entry("decisionImpact", "DecisionImpact."),
            Map.entry("subjectType", "SubjectType."),
            Map.entry("interfaceForm", "InterfaceForm."),
            Map.entry("budgetSource", "BudgetSource."),
            Map.entry("legalBasis", "LegalBasis."),
            Map.entry("consentChannel", "ConsentChannel."),
            Map.entry("feasibility", "Feasibility."),
            Map.entry("opinion", "Opinion."),
            Map.entry("choice", "ShortfallChoice."),
            Map.entry("hostOutcome", "outcome."),
            Map.entry("method", "method."),
            Map.entry("task", "task."),
            Map.entry("decision", "decision."),
            Map.entry("role", "role."),
            Map.entry("reviewers", "role."),
            Map.entry("approvers", "role."),
            Map.entry("adds", "role."));

    private static final Set<String> SHARES = Set.of("catalogueSimilarity", "openRequirementMatch");
    private static final Set<String> AMOUNTS = Set.of("amount", "budgetAmount", "expectedBenefitPerYear");
    private static final Set<String> COUNTS = Set.of("expectedCallsPerYear", "peakTps", "latencyMsP99");
    private static final Set<String> DAYS = Set.of("neededBy", "until");

    private FactWords() {}

    static String of(String name, LocalText value) {
        return value.zh().equals(value.en()) ? of(name, value.zh()) : Words.of(value);
    }

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
            if (AMOUNTS.contains(name)) {
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
