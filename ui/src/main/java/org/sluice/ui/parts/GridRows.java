package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Page;

/** Where a grid's rows come from, and which of its faces is shown: rows, none, or not to be had. */
final class GridRows<T> {

    private static final int FIRST = 50;

    private final Grid<T> grid;
    private final DataGrid.Fetcher<T> fetcher;
    private final EmptyState empty;
    private final Div failed = new Div();
    private final Span count = new Span();
    private final CallbackDataProvider<T, Void> provider = DataProvider.fromCallbacks(this::fetch, this::count);

    /** The page that came with the count, so that a short list costs one question, not two. */
    private @Nullable Page<T> first;

    private long total = -1;

    GridRows(Grid<T> grid, String emptyKey, DataGrid.Fetcher<T> fetcher) {
        this.grid = grid;
        this.fetcher = fetcher;
        this.empty = new EmptyState(Words.of(emptyKey));
        grid.setPageSize(FIRST);
        grid.setDataProvider(provider);
        count.addClassNames("data-grid-count", "quiet");
        count.setText(Words.of("parts.loading"));
        count.getElement().setAttribute("aria-live", "polite");
        failed.addClassName("error-state");
        failed.getElement().setAttribute("role", "alert");
        empty.setVisible(false);
        failed.setVisible(false);
    }

    Component[] states() {
        return new Component[] {grid, empty, failed, count};
    }

    /** What a person may do where there is no row. */
    void whenEmpty(Component action) {
        empty.add(action);
    }

    void refresh() {
        grid.setVisible(true);
        provider.refreshAll();
    }

    private int count(Query<T, Void> query) {
        try {
            first = fetcher.page(0, FIRST);
            show(first.total());
        } catch (RuntimeException e) {
            fail(e);
        }
        return (int) Math.max(total, 0);
    }

    private Stream<T> fetch(Query<T, Void> query) {
        var offset = query.getOffset();
        var limit = query.getLimit();
        try {
            var ready = first;
            first = null;
            var page = ready != null && offset == 0 && limit <= FIRST ? ready : fetcher.page(offset, limit);
            return page.items().stream().limit(limit);
        } catch (RuntimeException e) {
            fail(e);
            return Stream.<T>empty();
        }
    }

    private void show(long rows) {
        total = rows;
        grid.setVisible(rows > 0);
        empty.setVisible(rows == 0);
        failed.setVisible(false);
        count.setVisible(rows > 0);
        count.setText(Words.of("parts.total", Format.forReader().number(rows)));
    }

    private void fail(RuntimeException cause) {
        total = 0;
        failed.removeAll();
        failed.add(new Span(Notice.text(cause)), new Button(Words.of("parts.retry"), click -> refresh()));
        failed.setVisible(true);
        List.of(grid, empty, count).forEach(face -> face.setVisible(false));
    }
}
