package org.sluice.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.rules.DecisionTable;
import org.sluice.rules.DecisionTables;
import org.sluice.rules.RuleBook;
import org.sluice.ui.rulebook.RulebookDesk;
import org.sluice.ui.rulebook.RulebookDesk.Change;

/** What differs between two releases, row by row, rule by rule and number by number. */
final class ReleaseChanges {

    private static final String COLUMNS = "columns";

    private ReleaseChanges() {}

    static List<Change> ofTables(DecisionTables from, DecisionTables to) {
        var changes = new ArrayList<Change>();
        for (var key : union(from.keys(), to.keys())) {
            if (!from.keys().contains(key)) {
                add(changes, key, Map.of(), rows(to.table(key)));
            } else if (!to.keys().contains(key)) {
                add(changes, key, rows(from.table(key)), Map.of());
            } else if (!from.xml(key).equals(to.xml(key))) {
                int before = changes.size();
                add(changes, key, rows(from.table(key)), rows(to.table(key)));
                if (changes.size() == before) {
                    changes.add(new Change(key, "DMN", same("…"), same("…")));
                }
            }
        }
        return changes;
    }

    /** Where a rule stands in its file is no difference. */
    static List<Change> ofRules(List<RuleBook.Rule> from, List<RuleBook.Rule> to) {
        var before = byId(from);
        var after = byId(to);
        var changes = new ArrayList<Change>();
        for (var id : union(before.keySet(), after.keySet())) {
            var was = before.get(id);
            var is = after.get(id);
            var drl = was != null && is != null && !was.drl().equals(is.drl());
            add(
                    changes,
                    RulebookDesk.RULES,
                    was == null ? Map.of() : Map.of(id, line(was, drl)),
                    is == null ? Map.of() : Map.of(id, line(is, drl)));
        }
        return changes;
    }

    static List<Change> ofParameters(List<Parameters.Value> from, List<Parameters.Value> to) {
        var changes = new ArrayList<Change>();
        add(changes, null, numbers(from), numbers(to));
        return changes;
    }

    private static void add(
            List<Change> changes, @Nullable String table, Map<String, LocalText> from, Map<String, LocalText> to) {
        for (var item : union(from.keySet(), to.keySet())) {
            if (!Objects.equals(from.get(item), to.get(item))) {
                changes.add(new Change(table, item, from.get(item), to.get(item)));
            }
        }
    }

    /** Each row as one line, with its place, and the columns as if they were a row. */
    private static Map<String, LocalText> rows(DecisionTable table) {
        var rows = new LinkedHashMap<String, LocalText>();
        rows.put(
                COLUMNS,
                same(table.hitPolicy() + ": " + String.join(" | ", names(table.inputs())) + " → "
                        + String.join(" | ", names(table.outputs()))));
        for (int i = 0; i < table.rows().size(); i++) {
            var row = table.rows().get(i);
            var rest = " (" + cells(row.inputs()) + " → " + cells(row.outputs()) + ") " + reasons(row);
            var place = (i + 1) + ". ";
            rows.put(
                    row.id(),
                    new LocalText(
                            place + row.text().zh() + rest, place + row.text().en() + rest));
        }
        return rows;
    }

    private static Map<String, RuleBook.Rule> byId(List<RuleBook.Rule> rules) {
        var byId = new LinkedHashMap<String, RuleBook.Rule>();
        rules.forEach(rule -> byId.put(rule.id(), rule));
        return byId;
    }

    /** @param drl whether its text differs too, and not only what the table says of it */
    private static LocalText line(RuleBook.Rule rule, boolean drl) {
        var rest = " (" + rule.severity() + " | " + rule.layer() + " | "
                + (rule.waivable() ? "waivable" : "not waivable")
                + " | " + cells(rule.reviewGroups().stream().map(Role::name).toList()) + ") ["
                + String.join(", ", rule.refs()) + "] [" + rule.basis() + "]";
        var text = drl ? "\n" + rule.drl() : "";
        return new LocalText(
                rule.statement().zh() + rest + " " + rule.remedy().zh() + text,
                rule.statement().en() + rest + " " + rule.remedy().en() + text);
    }

    private static String reasons(DecisionTable.Row row) {
        var reasons = new ArrayList<>(row.clauses());
        if (row.housePolicy()) {
            reasons.add(0, "house policy");
        }
        return "[" + String.join(", ", reasons) + "]";
    }

    private static String cells(List<String> cells) {
        return String.join(
                " | ", cells.stream().map(cell -> cell.isBlank() ? "-" : cell).toList());
    }

    private static List<String> names(List<DecisionTable.Column> columns) {
        return columns.stream().map(DecisionTable.Column::name).toList();
    }

    private static Map<String, LocalText> numbers(List<Parameters.Value> values) {
        var numbers = new LinkedHashMap<String, LocalText>();
        values.forEach(value -> numbers.put(
                value.key(), same(value.value().stripTrailingZeros().toPlainString() + " " + value.unit())));
        return numbers;
    }

    private static LocalText same(String text) {
        return new LocalText(text, text);
    }

    private static Set<String> union(Iterable<String> one, Iterable<String> other) {
        var all = new LinkedHashSet<String>();
        one.forEach(all::add);
        other.forEach(all::add);
        return all;
    }
}
