package org.sluice.ui.rulebook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.ValueKinds;
import org.sluice.ui.parts.Words;

/**
 * Cells of a decision table in the reader's words: codes by their names, comparisons and ranges as people say them. A
 * cell that is written in another way stays as it stands, so that nothing is said that the table does not hold.
 */
final class CellWords {

    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    private static final String ONE = "\"[^\"]*\"|[\\[(\\]]\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER
            + "\\s*[\\])\\[]|[<>]=?\\s*" + NUMBER + "|" + NUMBER + "|true|false";
    private static final Pattern PART = Pattern.compile(ONE);
    private static final Pattern LIST = Pattern.compile("(?:" + ONE + ")(?:\\s*,\\s*(?:" + ONE + "))*");
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)");
    private static final Pattern COMPARISON = Pattern.compile("([<>]=?)\\s*(" + NUMBER + ")");
    private static final Pattern RANGE =
            Pattern.compile("([\\[(\\]])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([\\])\\[])");

    private final String column;

    private CellWords(String column) {
        this.column = column;
    }

    /** What must be so; an empty cell means: any. */
    static String condition(String column, String cell) {
        var text = cell.strip();
        return text.isEmpty() || text.equals("-") ? Words.of("rulebook.any") : new CellWords(column).condition(text);
    }

    /** What is answered then. */
    static String result(String column, String cell) {
        var text = cell.strip();
        return LIST.matcher(text).matches() ? new CellWords(column).one(text) : text;
    }

    private String condition(String text) {
        var not = NOT.matcher(text);
        if (not.matches()) {
            var refused = not.group(1).strip();
            return LIST.matcher(refused).matches() ? Words.of("rulebook.cell.not", any(refused)) : text;
        }
        return LIST.matcher(text).matches() ? any(text) : text;
    }

    /** Several conditions in one cell: one of them is enough. */
    private String any(String list) {
        return PART.matcher(list)
                .results()
                .map(part -> one(part.group()))
                .collect(Collectors.joining(Words.of("rulebook.cell.or")));
    }

    private String one(String part) {
        if (part.startsWith("\"")) {
            return names(part.substring(1, part.length() - 1));
        }
        if (part.equals("true") || part.equals("false")) {
            return Words.of(part.equals("true") ? "common.yes" : "common.no");
        }
        var comparison = COMPARISON.matcher(part);
        if (comparison.matches()) {
            return Words.of(key(comparison.group(1)), figure(comparison.group(2)));
        }
        var range = RANGE.matcher(part);
        if (range.matches()) {
            var from = range.group(1).equals("[") ? "from" : "above";
            var to = range.group(4).equals("]") ? "To" : "Below";
            return Words.of("rulebook.cell." + from + to, figure(range.group(2)), figure(range.group(3)));
        }
        return figure(part);
    }

    private static String key(String operator) {
        return switch (operator) {
            case ">=" -> "rulebook.cell.atLeast";
            case ">" -> "rulebook.cell.above";
            case "<=" -> "rulebook.cell.atMost";
            default -> "rulebook.cell.below";
        };
    }

    /** Tables write a list of codes as one text. */
    private String names(String text) {
        var family = ValueKinds.codes(column);
        if (family == null) {
            return text;
        }
        if (text.isBlank()) {
            return Words.of("parts.none");
        }
        List<String> codes = Arrays.asList(text.strip().split("\\s*,\\s*"));
        return codes.stream().map(code -> Words.of(family + code)).collect(Collectors.joining(Words.of("parts.comma")));
    }

    private String figure(String number) {
        var format = Format.forReader();
        var value = new BigDecimal(number);
        if (ValueKinds.isShare(column)) {
            return format.percent(value);
        }
        return ValueKinds.isAmount(column) ? format.roundMoney(value) : format.decimal(value);
    }
}
