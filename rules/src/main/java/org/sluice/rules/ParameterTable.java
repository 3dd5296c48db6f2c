package org.sluice.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.sluice.process.LocalText;
import org.sluice.rules.facts.RuleParameters;

/** The numbers that the rules ask for: their keys, their defaults, and where those come from. */
public final class ParameterTable {

    /** @param verified whether the number was read in its source itself */
    public record Entry(String key, BigDecimal value, String unit, String basis, boolean verified, LocalText what) {}

    private final List<Entry> entries;

    private ParameterTable(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Reads {@code rules/parameters.csv}, whose columns are those of the table {@code rule_parameter}. */
    public static ParameterTable shipped() {
        return new ParameterTable(CsvRows.of(CsvRows.resource("rules/parameters.csv")).stream()
                .map(row -> new Entry(
                        row.get("key"),
                        new BigDecimal(row.get("value")),
                        row.get("unit"),
                        row.get("basis"),
                        Boolean.parseBoolean(row.get("verified")),
                        new LocalText(row.get("what_zh"), row.get("what_en"))))
                .toList());
    }

    public List<Entry> entries() {
        return entries;
    }

    /** The defaults, for tests and for a house that has set none. */
    public RuleParameters defaults() {
        return new RuleParameters(entries.stream().collect(Collectors.toMap(Entry::key, Entry::value)));
    }
}
