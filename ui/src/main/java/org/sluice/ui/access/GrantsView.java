package org.sluice.ui.access;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Stream;
import org.sluice.ui.access.UsageDesk.GrantRow;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.FilterBar;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;

/** Who may use which product for what, in the units that the person sees. */
@Route(value = Routes.GRANTS, layout = MainLayout.class)
@PermitAll
class GrantsView extends Screen implements BeforeEnterObserver {

    private final FilterBar filters;

    GrantsView(UsageDesk desk) {
        super("access.title");
        var list = list(desk);
        filters = new FilterBar(list::refresh)
                .search()
                .select(
                        "state",
                        "access.state",
                        Stream.of("ACTIVE", "SUSPENDED", "EXPIRED", "REVOKED")
                                .map(state -> new FilterBar.Choice(state, Words.of("state." + state)))
                                .toList());
        fill(new PageHeader(title()).subtitle(Words.of("access.subtitle")), filters, list);
    }

    private DataGrid<GrantRow> list(UsageDesk desk) {
        var grid = new DataGrid<GrantRow>(
                "access.none",
                (offset, limit) -> desk.grants(filters().value("q"), filters().value("state"), null, offset, limit));
        return GrantGrid.columns(grid, desk, true, grid::refresh);
    }

    private FilterBar filters() {
        return filters;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event.getLocation().getQueryParameters());
    }
}
