package org.sluice.ui.rulebook;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.rulebook.RulebookDesk.Clause;
import org.sluice.ui.rulebook.RulebookDesk.Table;
import org.sluice.ui.rulebook.RulebookDesk.TableRow;

/** A decision table as people read it: conditions, then results, then what the row means and why it is so. */
final class DecisionTable extends Div {

    private final Map<String, Clause> clauses;

    DecisionTable(Table table, Map<String, Clause> clauses) {
        this.clauses = clauses;
        addClassName("decision-table");
        var grid = new NativeTable();
        grid.getElement().setAttribute("aria-labelledby", table.key());
        grid.getHead().add(header(table));
        for (int i = 0; i < table.rows().size(); i++) {
            grid.getBody().add(row(i + 1, table.rows().get(i)));
        }
        add(grid);
    }

    private static NativeTableRow header(Table table) {
        var row = new NativeTableRow();
        row.add(head("#", "rule-number"));
        table.inputs().forEach(name -> row.add(column(name, "rule-input")));
        table.outputs().forEach(name -> row.add(column(name, "rule-output")));
        row.add(head(Words.of("rulebook.meaning"), "rule-meaning"));
        row.add(head(Words.of("rulebook.reasons"), "rule-meaning"));
        return row;
    }

    private NativeTableRow row(int number, TableRow rule) {
        var row = new NativeTableRow();
        row.setId(rule.id());
        row.add(cell(String.valueOf(number), "rule-number"));
        rule.inputs().forEach(input -> row.add(cell(input.isBlank() ? Words.of("rulebook.any") : input, "rule-input")));
        rule.outputs().forEach(output -> row.add(cell(output, "rule-output")));
        row.add(cell(Words.of(rule.description()), "rule-meaning"));
        row.add(reasons(rule));
        return row;
    }

    /** Why the row is as it is: house policy in words, and each clause with its text behind its reference. */
    private NativeTableCell reasons(TableRow rule) {
        var cell = cell("", "rule-meaning");
        if (rule.housePolicy()) {
            cell.add(new Div(Words.of("common.housePolicy")));
        }
        rule.clauses().forEach(reference -> cell.add(clause(reference)));
        return cell;
    }

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

    private static NativeTableCell cell(String text, String style) {
        var cell = new NativeTableCell(text);
        cell.addClassName(style);
        return cell;
    }
}
