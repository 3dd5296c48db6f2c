package org.sluice.ui.rulebook;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.ui.parts.EmptyState;
import org.sluice.ui.parts.Words;
import org.sluice.ui.rulebook.RulebookDesk.Change;

/** What differs between two releases, side by side. */
final class ChangeTable extends Div {

    ChangeTable(int from, int to, List<Change> changes, Map<String, String> tableNames) {
        addClassName("decision-table");
        getElement().setAttribute("tabindex", "0");
        if (changes.isEmpty()) {
            add(new EmptyState(Words.of("rulebook.changes.none")));
            return;
        }
        var head = new NativeTableRow();
        head.add(
                head(Words.of("rulebook.change.where")),
                head(Words.of("rulebook.change.item")),
                head(Words.of("rulebook.change.before", from)),
                head(Words.of("rulebook.change.after", to)));
        var grid = new NativeTable();
        grid.getHead().add(head);
        changes.forEach(change -> {
            var row = new NativeTableRow();
            row.add(
                    cell(place(change.table(), tableNames)),
                    cell(change.item()),
                    cell(words(change.before())),
                    cell(words(change.after())));
            grid.getBody().add(row);
        });
        add(grid);
    }

    private static String place(@Nullable String table, Map<String, String> tableNames) {
        if (table == null) {
            return Words.of("rulebook.parameters");
        }
        return table.equals(RulebookDesk.RULES) ? Words.of("rulebook.rules") : tableNames.getOrDefault(table, table);
    }

    private static String words(@Nullable LocalText text) {
        return text == null ? Words.of("rulebook.change.absent") : Words.of(text);
    }

    private static NativeTableHeaderCell head(String text) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static NativeTableCell cell(String text) {
        return new NativeTableCell(text);
    }
}
