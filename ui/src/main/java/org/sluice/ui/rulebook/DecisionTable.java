package org.sluice.ui.rulebook;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.rulebook.RulebookDesk.Clause;
import org.sluice.ui.rulebook.RulebookDesk.Table;
import org.sluice.ui.rulebook.RulebookDesk.TableRow;

/**
 * A decision table as people read it: each row its conditions and results in words, and below them, across the whole
 * width, what the row means and why it is so. What stands in the table itself is the tooltip of a cell.
 */
final class DecisionTable extends Div {

    private final Map<String, Clause> clauses;

    DecisionTable(Table table, Map<String, Clause> clauses) {
        this.clauses = clauses;
        addClassName("decision-table");
        // what scrolls sideways in a narrow window can be scrolled by keyboard too
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-labelledby", table.key());
        var grid = new NativeTable();
        grid.getElement().setAttribute("aria-labelledby", table.key());
        grid.getHead().add(header(table));
        grid.removeBody();
        for (int i = 0; i < table.rows().size(); i++) {
            add(grid.addBody(), table, i);
        }
        add(grid);
    }

    private static NativeTableRow header(Table table) {
        var row = new NativeTableRow();
        row.add(head("#", "rule-number"));
        table.inputs().forEach(name -> row.add(column(name, "rule-input")));
        table.outputs().forEach(name -> row.add(column(name, "rule-output")));
        return row;
    }

    private void add(NativeTableBody body, Table table, int index) {
        var rule = table.rows().get(index);
        body.setId(rule.id());
        var cells = new NativeTableRow();
        var number = cell(String.valueOf(index + 1), "rule-number");
        number.setRowspan(2);
        cells.add(number);
        for (int i = 0; i < rule.inputs().size(); i++) {
            cells.add(cell(table.inputs().get(i), rule.inputs().get(i), CellWords::condition, "rule-input"));
        }
        for (int i = 0; i < rule.outputs().size(); i++) {
            cells.add(cell(table.outputs().get(i), rule.outputs().get(i), CellWords::result, "rule-output"));
        }
        var why = cell("", "rule-why");
        why.setColspan(rule.inputs().size() + rule.outputs().size());
        why.add(why(rule));
        body.add(cells, new NativeTableRow(why));
    }

    private Div why(TableRow rule) {
        var meaning = new Span(Words.of(rule.description()));
        meaning.addClassName("rule-meaning");
        var why = new Div(new Div(meaning));
        why.addClassName("rule-reasons");
        if (rule.housePolicy()) {
            why.add(new Div(Words.of("common.housePolicy")));
        }
        rule.clauses().forEach(reference -> why.add(clause(reference)));
        return why;
    }

    /** A clause with its text behind its reference. */
    private NativeDetails clause(String reference) {
        var clause = clauses.get(reference);
        var summary = new Span(new Span(reference));
        if (clause == null || !clause.verified()) {
            summary.add(new Span(" "), new StatusBadge(Words.of("rulebook.unverified"), Tone.WARNING));
        }
        var text = clause == null
                ? Words.of("rulebook.clause.unknown")
                : clause.article() + " · " + Words.of(clause.summary());
        return new NativeDetails(summary, new Div(text));
    }

    /** A column by its name for people; its name in the table stands in the tooltip. */
    private static NativeTableHeaderCell column(String name, String style) {
        var cell = head(Words.of("input." + name), style);
        cell.setTitle(name);
        return cell;
    }

    private static NativeTableHeaderCell head(String text, String style) {
        var cell = new NativeTableHeaderCell(text);
        cell.addClassName(style);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static NativeTableCell cell(String column, String feel, BinaryOperator<String> words, String style) {
        var cell = cell(words.apply(column, feel), style);
        if (feel.isBlank()) {
            cell.addClassName("quiet");
        } else {
            cell.setTitle(feel);
        }
        return cell;
    }

    private static NativeTableCell cell(String text, String style) {
        var cell = new NativeTableCell(text);
        cell.addClassName(style);
        return cell;
    }
}
