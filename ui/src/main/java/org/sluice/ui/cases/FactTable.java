package org.sluice.ui.cases;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.sluice.ui.cases.CaseDesk.Fact;
import org.sluice.ui.parts.Words;

/** Facts of which there are several alike, a row each; what a row lacks is a dash. */
final class FactTable extends Composite<Div> {

    /** A text of more characters wants room; a shorter one stands in as many lines as it has words at most. */
    private static final int LONG = 60;

    /** One of no more characters, and without a blank, is a code, a day or a word of a few signs: it is never broken. */
    private static final Pattern SHORT = Pattern.compile("\\S{1,18}");

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
            columns.forEach(column -> row.add(cell(facts, column)));
            grid.getBody().add(row);
        }
        getContent().addClassName("fact-table");
        getContent().add(name, scrolling(grid, table));
    }

    /** What is too wide moves within its own frame, and never the page; whoever has no mouse moves it by keys. */
    private static Div scrolling(NativeTable grid, CaseDesk.Table table) {
        var frame = new Div(grid);
        frame.getStyle().set("width", "0").set("min-width", "100%").set("overflow-x", "auto");
        frame.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-labelledby", "case-table-" + table.label());
        return frame;
    }

    /**
     * Lines stay as they were written, and a word is broken only where it alone is too long: between any two signs of
     * Chinese too, unless there are but a few.
     */
    private static NativeTableCell cell(List<Fact> facts, String column) {
        var fact = facts.stream().filter(each -> each.label().equals(column)).findFirst();
        var words = fact.map(each -> FactWords.of(column, each.value())).orElse(Words.of("parts.none"));
        var cell = new NativeTableCell();
        cell.add(fact.map(each -> FactValue.of(column, each.value())).orElseGet(() -> new Span(words)));
        cell.getStyle()
                .set("white-space", SHORT.matcher(words).matches() ? "nowrap" : "pre-line")
                .set("overflow-wrap", "break-word");
        if (words.length() > LONG) {
            cell.getStyle().set("min-width", "16rem");
        }
        return cell;
    }

    private static NativeTableHeaderCell head(String column) {
        var cell = new NativeTableHeaderCell(Words.of("fact." + column));
        cell.getElement().setAttribute("scope", "col");
        cell.getStyle().set("word-break", "keep-all");
        return cell;
    }
}
