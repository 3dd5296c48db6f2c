package org.sluice.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.sluice.process.LocalText;
import org.sluice.rules.facts.RuleParameters;

/** The numbers of the rules as the house ships them, read where {@code db/} keeps them. */
final class ParameterTable {

    private static final Path NUMBERS = Path.of("../db/src/main/resources/reference/rule_parameter.csv");

    /** @param verified whether the number was read in its source itself */
    record Entry(String key, BigDecimal value, String unit, String basis, boolean verified, LocalText what) {}

    private final List<Entry> entries;

    private ParameterTable(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Those of the rules; the file holds others too. */
    static ParameterTable shipped() {
        var keys = ParameterKeys.shipped();
        try {
            return new ParameterTable(CsvRows.of(Files.readString(NUMBERS)).stream()
                    .filter(row -> keys.contains(row.get("key")))
                    .map(row -> new Entry(
                            row.get("key"),
                            new BigDecimal(row.get("value")),
                            row.get("unit"),
                            row.get("basis"),
                            Boolean.parseBoolean(row.get("verified")),
                            new LocalText(row.get("what_zh"), row.get("what_en"))))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** The numbers by key. */
    RuleParameters defaults() {
        return new RuleParameters(entries.stream().collect(Collectors.toMap(Entry::key, Entry::value)));
    }
}
