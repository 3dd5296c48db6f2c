package org.sluice.rules;

import java.util.List;
import java.util.regex.Pattern;
import org.sluice.process.LocalText;

/** A row's description: {@code zh: … | en: … | refs: CN-PIPL-55, house policy}. */
record RowText(LocalText text, boolean housePolicy, List<String> clauses) {

    static final String HOUSE_POLICY = "house policy";

    private static final Pattern SHAPE =
            Pattern.compile("zh: ([^|]+) \\| en: ([^|]+) \\| refs: ([^|]+)", Pattern.DOTALL);
    private static final Pattern REF = Pattern.compile("[A-Z]+-[A-Z0-9]+-[A-Z0-9]+");

    static RowText of(String row, String description) {
        var parts = SHAPE.matcher(description.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "row " + row + ": the description must read 'zh: … | en: … | refs: …' but is: " + description);
        }
        var reasons = List.of(parts.group(3).strip().split("\\s*,\\s*"));
        var clauses =
                reasons.stream().filter(each -> !each.equals(HOUSE_POLICY)).toList();
        for (var clause : clauses) {
            if (!REF.matcher(clause).matches()) {
                throw new IllegalArgumentException(
                        "row " + row + ": neither a clause nor '" + HOUSE_POLICY + "': " + clause);
            }
        }
        var text = new LocalText(parts.group(1).strip(), parts.group(2).strip());
        return new RowText(text, reasons.contains(HOUSE_POLICY), clauses);
    }
}
