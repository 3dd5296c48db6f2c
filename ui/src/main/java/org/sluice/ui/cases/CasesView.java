package org.sluice.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseKind;
import org.sluice.ui.cases.CaseDesk.Filter;
import org.sluice.ui.cases.CaseDesk.Line;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.FilterBar;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;

/**
 * Cases of all kinds that the person may see, newest first, each with where it waits. The address carries the filter, a
 * step's or a state's too, so that a figure elsewhere can lead to the cases that it counts.
 */
@Route(value = Routes.CASES, layout = MainLayout.class)
@PermitAll
class CasesView extends Screen implements BeforeEnterObserver {

    private final transient Clock clock;
    private final FilterBar filters;
    private final Only step = new Only("task.");
    private final Only state = new Only("state.");

    CasesView(CaseDesk desk, Clock clock) {
        super("cases.list.title");
        this.clock = clock;
        var list = list(desk);
        filters = new FilterBar(list::refresh)
                .search()
                .select(
                        "kind",
                        "cases.list.kind",
                        Arrays.stream(CaseKind.values())
                                .map(kind -> new FilterBar.Choice(kind.name(), Words.of("CaseKind." + kind)))
                                .toList())
                .toggle("open", "cases.list.onlyOpen")
                .toggle("overdue", "cases.list.onlyOverdue")
                .toggle("mine", "cases.list.onlyMine")
                .also("step", step::value, step::set)
                .also("state", state::value, state::set);
        fill(new PageHeader(Words.of("cases.list.title")).actions(step, state), filters, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event.getLocation().getQueryParameters());
    }

    private DataGrid<Line> list(CaseDesk desk) {
        return new DataGrid<Line>("cases.list.none", (offset, limit) -> desk.cases(filter(), offset, limit))
                .link("cases.list.no", Line::number, line -> Routes.caseOf(line.caseId()))
                .text("cases.list.kind", line -> Words.of("CaseKind." + line.kind()))
                .text("cases.list.name", line -> Words.of(line.title()))
                .grow()
                .badge("cases.list.state", Line::state)
                .text(
                        "cases.list.waitsAt",
                        line -> line.waitingAt() == null ? null : Words.of("task." + line.waitingAt()))
                .column("cases.list.due", this::due)
                .local("cases.unit", Line::orgUnitName)
                .moment("cases.openedAt", Line::openedAt)
                .opensRoute(line -> Routes.caseOf(line.caseId()));
    }

    private Filter filter() {
        var kind = filters.value("kind");
        return new Filter(
                filters.value("q"),
                kind == null ? null : CaseKind.valueOf(kind),
                state.value(),
                step.value(),
                filters.isSet("overdue"),
                filters.isSet("open"),
                filters.isSet("mine"));
    }

    private Component due(Line line) {
        if (line.due() == null) {
            return new Span(Words.of("parts.none"));
        }
        var now = clock.instant();
        return new StatusBadge(
                Format.forReader().due(line.due(), now), line.due().isBefore(now) ? Tone.BAD : Tone.QUIET);
    }

    /** A restriction that only an address sets; it stands there with its name, and a click takes it away. */
    private final class Only extends Button {

        private final String prefix;
        private @Nullable String value;

        Only(String prefix) {
            this.prefix = prefix;
            setIcon(VaadinIcon.CLOSE_SMALL.create());
            setVisible(false);
            addClickListener(click -> {
                set(null);
                filters.change();
            });
        }

        @Nullable
        String value() {
            return value;
        }

        void set(@Nullable String code) {
            value = code;
            setVisible(code != null);
            setText(code == null ? "" : Words.of("cases.list.only", Words.of(prefix + code)));
        }
    }
}
