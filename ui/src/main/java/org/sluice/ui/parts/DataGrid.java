package org.sluice.ui.parts;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Page;

/**
 * A list of rows that pages by itself. It always says how it stands: how many rows there are, that there are none, or
 * that they could not be fetched, with a button to try again. In a narrow window each row becomes a card.
 */
public final class DataGrid<T> extends Composite<Div> {

    /** Gives the rows from {@code offset}, at most {@code limit}, and how many there are in all. */
    @FunctionalInterface
    public interface Fetcher<T> {
        Page<T> page(int offset, int limit);
    }

    private static final String STEP_BY_LETTER = """
            const grid = this;
            const step = event => {
              const arrow = {j: 'ArrowDown', k: 'ArrowUp'}[event.key];
              if (!grid.isConnected) {
                document.removeEventListener('keydown', step);
              } else if (arrow && !event.ctrlKey && !event.altKey && !event.metaKey
                  && !event.composedPath()[0].matches?.('input, textarea')
                  && !document.querySelector('vaadin-dialog-overlay, dialog[open]')) {
                event.preventDefault();
                const cell = grid.shadowRoot.activeElement;
                if (cell && grid.$.items.contains(cell)) {
                  cell.dispatchEvent(new KeyboardEvent('keydown', {key: arrow, bubbles: true, composed: true}));
                } else {
                  grid._itemsFocusable?.focus();
                }
              }
            };
            document.addEventListener('keydown', step);
            """;

    private final Grid<T> grid = new Grid<>();
    private final List<RowCard.Cell<T>> cells = new ArrayList<>();
    private final GridRows<T> rows;
    private final RowCard<T> card = new RowCard<>(cells);
    private final Grid.Column<T> cardColumn = grid.addColumn(new ComponentRenderer<>(card::of));
    private Grid.@Nullable Column<T> last;
    private @Nullable T focused;

    /** @param emptyKey message key of what to say when there is no row */
    public DataGrid(String emptyKey, Fetcher<T> fetcher) {
        rows = new GridRows<>(grid, emptyKey, fetcher);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setColumnReorderingAllowed(false);
        cardColumn.setVisible(false);
        getContent().addClassName("data-grid");
        getContent().add(rows.states());
    }

    /** A list that is already there and short; as high as its rows. */
    public static <T> DataGrid<T> of(String emptyKey, List<T> rows) {
        var list = new DataGrid<T>(
                emptyKey,
                (offset, limit) -> new Page<>(
                        rows.size(),
                        rows.subList(Math.min(offset, rows.size()), Math.min(offset + limit, rows.size()))));
        list.grid.setAllRowsVisible(true);
        list.addClassName("data-grid-short");
        return list;
    }

    public DataGrid<T> text(String key, Function<T, @Nullable String> value) {
        return add(key, row -> new Span(orDash(value.apply(row))), ColumnTextAlign.START, false);
    }

    /** A text that ends with a figure, aligned at its end. */
    public DataGrid<T> figure(String key, Function<T, @Nullable String> value) {
        return add(key, row -> new Span(orDash(value.apply(row))), ColumnTextAlign.END, false);
    }

    public DataGrid<T> local(String key, Function<T, @Nullable LocalText> value) {
        return text(key, row -> {
            var text = value.apply(row);
            return text == null ? null : Words.of(text);
        });
    }

    public DataGrid<T> money(String key, Function<T, @Nullable Money> value) {
        return figure(key, value, Format::money);
    }

    public DataGrid<T> price(String key, Function<T, @Nullable BigDecimal> value) {
        return figure(key, value, Format::price);
    }

    public DataGrid<T> number(String key, Function<T, @Nullable Long> value) {
        return figure(key, value, Format::number);
    }

    public DataGrid<T> date(String key, Function<T, @Nullable LocalDate> value) {
        return text(key, row -> shown(value.apply(row), Format::date));
    }

    public DataGrid<T> moment(String key, Function<T, @Nullable Instant> value) {
        return text(key, row -> shown(value.apply(row), Format::moment));
    }

    /** A state's code as its name with a tone. */
    public DataGrid<T> badge(String key, Function<T, String> state) {
        return add(key, row -> StatusBadge.ofState(state.apply(row)), ColumnTextAlign.START, true);
    }

    /** @param target a route of {@link Routes}; null shows the text alone */
    public DataGrid<T> link(String key, Function<T, @Nullable String> value, Function<T, @Nullable String> target) {
        return column(key, row -> {
            var href = target.apply(row);
            var text = orDash(value.apply(row));
            return href == null ? new Span(text) : new Anchor(href, text);
        });
    }

    /** Anything that can be drawn. */
    public DataGrid<T> column(String key, Function<T, Component> cell) {
        return add(key, cell, ColumnTextAlign.START, false);
    }

    /** The column just added stays at the right edge when the others are wider than the page. */
    public DataGrid<T> alwaysInSight() {
        if (last != null) {
            last.setFrozenToEnd(true);
        }
        return this;
    }

    /** The column just added takes the room that is left; too long a text is cut, and shown whole as a tooltip. */
    public DataGrid<T> grow() {
        return share(4);
    }

    /** As {@link #grow}, in proportion to the other columns that share what is left. */
    public DataGrid<T> share(int parts) {
        if (last != null) {
            last.setAutoWidth(false).setWidth(Math.max(4, parts * 2) + "rem").setFlexGrow(parts);
        }
        return this;
    }

    /** What a person may do where there is no row, below the words that say so. */
    public DataGrid<T> whenEmpty(Component action) {
        rows.whenEmpty(action);
        return this;
    }

    /** What a click on a row, or Enter, shows below it; the same again hides it. */
    public DataGrid<T> unfolds(Function<T, Component> details) {
        grid.setItemDetailsRenderer(new ComponentRenderer<>(details::apply));
        grid.setDetailsVisibleOnClick(false);
        return opens(row -> grid.setDetailsVisible(row, !grid.isDetailsVisible(row)));
    }

    /** What Enter or a click on a row does. */
    public DataGrid<T> opens(Consumer<T> open) {
        addClassName("data-grid-opens");
        grid.addItemClickListener(click -> open.accept(click.getItem()));
        grid.addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
        grid.getElement()
                .addEventListener("keydown", press -> {
                    if (focused != null) {
                        open.accept(focused);
                    }
                })
                .setFilter("event.key === 'Enter'");
        return this;
    }

    /** Where nobody types, j goes to the next row and k to the one before, as the arrow keys do in the list itself. */
    public DataGrid<T> stepsByLetter() {
        grid.addAttachListener(attach -> grid.getElement().executeJs(STEP_BY_LETTER));
        return this;
    }

    /** A click on a row, or Enter, goes to the row's own page. */
    public DataGrid<T> opensRoute(Function<T, String> route) {
        return opens(row -> getUI().ifPresent(ui -> ui.navigate(route.apply(row))));
    }

    /** Fetches again, after filters changed or something was done to a row. */
    public void refresh() {
        rows.refresh();
        grid.recalculateColumnWidths();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var page = attach.getUI().getPage();
        page.retrieveExtendedClientDetails(details -> narrow(details.getBodyClientWidth() < RowCard.NARROW));
        var resized = page.addBrowserWindowResizeListener(resize -> narrow(resize.getWidth() < RowCard.NARROW));
        addDetachListener(detach -> {
            detach.unregisterListener();
            resized.remove();
        });
    }

    private void narrow(boolean narrow) {
        getContent().setClassName("data-grid-narrow", narrow);
        grid.getColumns().forEach(column -> column.setVisible(narrow == column.equals(cardColumn)));
    }

    private <V> DataGrid<T> figure(String key, Function<T, @Nullable V> value, BiFunction<Format, V, String> text) {
        return figure(key, row -> shown(value.apply(row), text));
    }

    private DataGrid<T> add(String key, Function<T, Component> cell, ColumnTextAlign align, boolean headline) {
        var header = Words.of(key);
        cells.add(new RowCard.Cell<>(header, cell, headline));
        last = grid.addColumn(new ComponentRenderer<>(cell::apply))
                .setHeader(header)
                .setKey(key)
                .setTextAlign(align)
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setResizable(true);
        return this;
    }

    private static <V> @Nullable String shown(@Nullable V value, BiFunction<Format, V, String> text) {
        return value == null ? null : text.apply(Format.forReader(), value);
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isBlank() ? Words.of("parts.none") : text;
    }
}
