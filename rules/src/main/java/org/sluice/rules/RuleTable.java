package org.sluice.rules;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Role;

/** What the house says about each rule beside its text: how grave it is, on what ground, who settles it, what helps. */
final class RuleTable {

    /**
     * One rule for people.
     *
     * @param refs clauses, standards, and {@code house policy}, in order
     * @param basis where the rule and its numbers come from, with the marks of what is not verified
     * @param needs the facts without which it cannot be judged
     */
    record Entry(
            int position,
            String id,
            RuleGroup group,
            Severity severity,
            Layer layer,
            boolean waivable,
            List<Role> reviewGroups,
            List<String> refs,
            String basis,
            List<Need> needs,
            LocalText statement,
            LocalText remedy) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private RuleTable(String csv) {
        for (var row : CsvRows.of(csv)) {
            var entry = entry(entries.size(), row);
            if (entries.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException("two rules are called " + entry.id());
            }
        }
    }

    /** @throws IllegalArgumentException when a row is not written as the README says; the message names the place */
    static RuleTable of(String csv) {
        return new RuleTable(csv);
    }

    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    Stream<Entry> of(RuleGroup group) {
        return entries.values().stream().filter(each -> each.group() == group);
    }

    /** The rule of that id, or null when the house knows none. */
    @Nullable
    Entry find(String id) {
        return entries.get(id);
    }

    private static Entry entry(int position, CsvRows.Row row) {
        try {
            return new Entry(
                    position,
                    row.get("id"),
                    RuleGroup.named(row.get("group")),
                    Severity.valueOf(row.get("severity")),
                    Layer.valueOf(row.get("layer")),
                    row.get("waivable").equals("yes"),
                    words(row.get("reviewGroups")).map(Role::valueOf).toList(),
                    words(row.get("refs")).toList(),
                    row.get("basis"),
                    Need.list(row.get("facts")),
                    new LocalText(row.get("statement_zh"), row.get("statement_en")),
                    new LocalText(row.get("remedy_zh"), row.get("remedy_en")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rule " + row.get("id") + ": " + e.getMessage(), e);
        }
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).filter(each -> !each.isEmpty());
    }
}
