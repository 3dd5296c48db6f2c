package org.sluice.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sluice.rules.DecisionTable;
import org.sluice.rules.DecisionTables;
import org.sluice.ui.parts.ValueKinds;
import org.sluice.ui.shell.Messages;

/** Every column and every code of every decision table has its word in both languages: screens show no code. */
class TablesSpeakTest {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Messages MESSAGES = new Messages();

    @Test
    void inBothLanguages() {
        var silent = new ArrayList<String>();
        var tables = DecisionTables.shipped();
        for (var key : tables.keys()) {
            var table = tables.table(key);
            word("decision." + table.key(), silent);
            columns(
                    table.inputs(),
                    table.rows().stream().map(DecisionTable.Row::inputs).toList(),
                    silent);
            columns(
                    table.outputs(),
                    table.rows().stream().map(DecisionTable.Row::outputs).toList(),
                    silent);
        }
        assertThat(silent).isEmpty();
    }

    private static void columns(List<DecisionTable.Column> columns, List<List<String>> rows, List<String> silent) {
        for (int i = 0; i < columns.size(); i++) {
            var name = columns.get(i).name();
            word("input." + name, silent);
            for (var row : rows) {
                TEXT.matcher(row.get(i)).results().forEach(text -> codes(name, text.group(1), silent));
            }
        }
    }

    private static void codes(String column, String list, List<String> silent) {
        var family = ValueKinds.codes(column);
        if (family == null) {
            silent.add("no family of words for " + column);
            return;
        }
        if (list.isBlank()) {
            return; // nobody
        }
        for (var code : list.split("\\s*,\\s*")) {
            word(family + code, silent);
        }
    }

    private static void word(String key, List<String> silent) {
        for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            if (MESSAGES.getTranslation(key, locale).equals(key)) {
                silent.add(key + " in " + locale);
            }
        }
    }
}
