package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;

/** A row for a narrow window: first cell and state in the first line, everything else, named, below. */
final class RowCard<T> {

    /** Below this width of the window, in pixels, rows are cards. */
    static final int NARROW = 700;

    /** @param headline shown beside the first cell */
    record Cell<T>(String header, Function<T, Component> show, boolean headline) {}

    private final List<Cell<T>> cells;

    RowCard(List<Cell<T>> cells) {
        this.cells = cells;
    }

    Component of(T row) {
        var top = new Div();
        top.addClassName("row-card-top");
        var rest = new Div();
        rest.addClassName("row-card-rest");
        for (var cell : cells) {
            if (cell.equals(cells.get(0)) || cell.headline()) {
                top.add(cell.show().apply(row));
            } else {
                var name = new Span(cell.header());
                name.addClassName("quiet");
                rest.add(new Span(name, cell.show().apply(row)));
            }
        }
        var card = new Div(top, rest);
        card.addClassName("row-card");
        return card;
    }
}
