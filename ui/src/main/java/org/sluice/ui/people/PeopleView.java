package org.sluice.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.FilterBar;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.people.PeopleDesk.Row;
import org.sluice.ui.shell.MainLayout;

/** Who works here, with which roles; a person opens to be changed. */
@Route(value = Routes.PEOPLE, layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
class PeopleView extends Screen implements AfterNavigationObserver {

    private final FilterBar filters;
    private final DataGrid<Row> grid;

    PeopleView(PeopleDesk desk) {
        super("people.title");
        grid = new DataGrid<>("people.none", (offset, limit) -> desk.people(filter(), offset, limit));
        filters = new FilterBar(grid::refresh).search();
        grid.local("people.name", Row::name)
                .local("people.unit", Row::unitName)
                .local("people.post", Row::post)
                .text("people.username", Row::username)
                .text("people.roles", PeopleView::roles)
                .grow()
                .column("people.account", PeopleView::account)
                .opens(row -> new PersonDialog(desk, row, grid::refresh).open());
        var add = new Button(Words.of("people.add"), click -> new NewPersonDialog(desk, grid::refresh).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        fill(
                new PageHeader(title())
                        .subtitle(Words.of("people.purpose"))
                        .actions(new RouterLink(Words.of("people.units"), UnitsView.class), add),
                filters,
                grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent navigation) {
        filters.read(navigation.getLocation().getQueryParameters());
        grid.refresh();
    }

    private @Nullable String filter() {
        return filters.value("q");
    }

    private static String roles(Row row) {
        return row.roles().stream().sorted().map(Words::of).collect(Collectors.joining(Words.of("people.comma")));
    }

    private static StatusBadge account(Row row) {
        return row.enabled()
                ? new StatusBadge(Words.of("people.enabled"), Tone.GOOD)
                : new StatusBadge(Words.of("people.disabled"), Tone.QUIET);
    }
}
