package org.sluice.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sluice.rules.facts.Bidder;
import org.sluice.rules.facts.CaseFacts;
import org.sluice.rules.facts.DataProductFacts;
import org.sluice.rules.facts.EarlierRun;
import org.sluice.rules.facts.PrivacyJobFacts;
import org.sluice.rules.facts.SourceHop;
import org.sluice.rules.facts.SupplierFacts;
import org.sluice.rules.facts.UsageFacts;

/**
 * One line of {@code examples/<rule>.csv}: what differs from the baseline, and all findings that must come of it. In a
 * cell, {@code ?} is unknown, {@code -} an empty list, and nothing the baseline's value.
 */
record RuleExample(String rule, String situation, RuleGroup group, Map<String, Object> given, Set<String> findings) {

    /** The day on which all examples are evaluated. */
    static final LocalDate ON = LocalDate.of(2026, 6, 1);

    private static final Path FOLDER = Path.of("src/test/resources/examples");
    private static final Map<RuleGroup, Map<String, Object>> BASELINES = Map.of(
            RuleGroup.SUPPLIER, baseline("supplier"),
            RuleGroup.DATA, baseline("data"),
            RuleGroup.USAGE, baseline("usage"),
            RuleGroup.PRIVACY_JOB, baseline("privacyJob"));

    static List<RuleExample> of(RuleBook.Rule rule) {
        return rows(FOLDER.resolve(rule.id() + ".csv")).stream()
                .map(cells -> of(rule, cells))
                .toList();
    }

    /** Ids of all rules that have a file. */
    static List<String> rulesWithExamples() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.matches("[A-Z]-\\d\\d[a-z]?\\.csv"))
                    .map(each -> each.replace(".csv", ""))
                    .toList();
        }
    }

    private static RuleExample of(RuleBook.Rule rule, CsvRows.Row cells) {
        var given = new HashMap<>(BASELINES.get(rule.group()));
        cells.cells().forEach((column, cell) -> {
            if (!Set.of("情形", "situation", "findings").contains(column) && !cell.isEmpty()) {
                given.put(column, value(column, cell));
            }
        });
        return new RuleExample(
                rule.id(), cells.get("situation"), rule.group(), given, Set.copyOf(words(cells.get("findings"))));
    }

    boolean fires() {
        return findings.contains(rule);
    }

    CaseFacts facts() {
        return facts(given);
    }

    /** The same with one fact unknown. */
    CaseFacts without(String fact) {
        var less = new HashMap<>(given);
        less.put(fact, null);
        return facts(less);
    }

    private CaseFacts facts(Map<String, Object> known) {
        return facts(group, known);
    }

    static CaseFacts facts(RuleGroup group, Map<String, Object> known) {
        return switch (group) {
            case SUPPLIER -> SupplierFacts.of(known);
            case DATA -> DataProductFacts.of(known);
            case USAGE -> UsageFacts.of(known);
            case PRIVACY_JOB -> PrivacyJobFacts.of(known);
        };
    }

    /** Short: a failure prints many of them. */
    @Override
    public String toString() {
        return rule + ": " + situation;
    }

    Set<String> differencesTo(RuleExample other) {
        var names = new TreeMap<String, Object>(given);
        other.given().forEach(names::putIfAbsent);
        names.keySet()
                .removeIf(each ->
                        java.util.Objects.equals(given.get(each), other.given().get(each)));
        return names.keySet();
    }

    static Map<String, Object> baseline(RuleGroup group) {
        return BASELINES.get(group);
    }

    private static Map<String, Object> baseline(String group) {
        var facts = new LinkedHashMap<String, Object>();
        rows(FOLDER.resolve(group + ".baseline.csv"))
                .forEach(row -> facts.put(row.get("fact"), value(row.get("fact"), row.get("value"))));
        return facts;
    }

    private static Object value(String fact, String cell) {
        if (cell.equals("?")) {
            return null;
        }
        return switch (fact) {
            case "hops" -> words(cell).stream().map(RuleExample::hop).toList();
            case "earlierRuns" -> words(cell).stream().map(RuleExample::run).toList();
            case "bidders" -> words(cell).stream().map(RuleExample::bidder).toList();
            default -> cell.equals("-") ? Set.of() : cell;
        };
    }

    /** Position and whether there is a document: {@code 1:true}. */
    private static SourceHop hop(String text) {
        var parts = text.split(":");
        return new SourceHop(Integer.valueOf(parts[0]), parts[1].equals("?") ? null : Boolean.valueOf(parts[1]));
    }

    /** Day and overlap of the input: {@code 2026-05-25:0.91}. */
    private static EarlierRun run(String text) {
        var parts = text.split(":");
        return new EarlierRun(
                parts[0].equals("?") ? null : LocalDate.parse(parts[0]),
                parts[1].equals("?") ? null : new BigDecimal(parts[1]));
    }

    /** Code, responsible person and control group: {@code SUP-00001/p7/g1}. */
    private static Bidder bidder(String text) {
        var parts = Stream.of(text.split("/"))
                .map(each -> each.equals("?") ? null : each)
                .toArray(String[]::new);
        return new Bidder(parts[0], parts[1], parts[2]);
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() || cell.equals("-") ? List.of() : Arrays.asList(cell.split(" "));
    }

    private static List<CsvRows.Row> rows(Path file) {
        try {
            return CsvRows.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
