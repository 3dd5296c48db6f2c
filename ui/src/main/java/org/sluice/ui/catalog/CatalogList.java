package org.sluice.ui.catalog;

import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import org.sluice.process.Page;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.FilterBar;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;

/** The common build of the catalogue's lists: words, state and group above, rows below. */
abstract class CatalogList<T> extends Screen implements BeforeEnterObserver, AfterNavigationObserver {

    /** A question of the desk. */
    @FunctionalInterface
    interface Source<T> {
        Page<T> page(CatalogDesk.Query query, int offset, int limit);
    }

    private final CatalogDesk desk;
    private final Source<T> source;
    private final FilterBar filters;
    final DataGrid<T> grid;

    CatalogList(
            CatalogDesk desk,
            String titleKey,
            String subtitleKey,
            String emptyKey,
            Source<T> source,
            List<FilterBar.Choice> states,
            String groupKey,
            List<FilterBar.Choice> groups) {
        super(titleKey);
        this.desk = desk;
        this.source = source;
        grid = new DataGrid<>(emptyKey, this::page);
        filters = new FilterBar(grid::refresh)
                .search()
                .select("status", "catalog.state", states)
                .select("group", groupKey, groups);
        fill(new PageHeader(title()).subtitle(Words.of(subtitleKey)), filters, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        desk.requireReader();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent navigation) {
        filters.read(navigation.getLocation().getQueryParameters());
        grid.refresh();
    }

    private Page<T> page(int offset, int limit) {
        var query = new CatalogDesk.Query(filters.value("q"), filters.value("status"), filters.value("group"));
        return source.page(query, offset, limit);
    }
}
