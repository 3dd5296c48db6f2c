package org.sluice.ui.cases;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.LinkedHashSet;
import java.util.List;
import org.sluice.ui.cases.CaseDesk.Fact;
import org.sluice.ui.parts.Words;

/** Facts of which there are several alike, a row each; what a row lacks is a dash. */
final class FactTable extends Composite<Div> {

    FactTable(CaseDesk.Table table) {
        var columns = new LinkedHashSet<String>();
        table.rows().forEach(row -> row.forEach(fact -> columns.add(fact.label())));
        var name = new H3(Words.of("fact." + table.label()));
        name.setId("case-table-" + table.label());
        var grid = new NativeTable();
        grid.getElement().setAttribute("aria-labelledby", "case-table-" + table.label());
        var head = new NativeTableRow();
        columns.forEach(column -> head.add(head(column)));
        grid.getHead().add(head);
        for (var facts : table.rows()) {
            var row = new NativeTableRow();
            columns.forEach(column -> row.add(new NativeTableCell(words(facts, column))));
            grid.getBody().add(row);
        }
        getContent().addClassName("fact-table");
        getContent().add(name, grid);
    }

    private static NativeTableHeaderCell head(String column) {
        var cell = new NativeTableHeaderCell(Words.of("fact." + column));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static String words(List<Fact> facts, String column) {
        return facts.stream()
                .filter(fact -> fact.label().equals(column))
                .findFirst()
                .map(fact -> FactWords.of(column, fact.value()))
                .orElse(Words.of("parts.none"));
    }
}
