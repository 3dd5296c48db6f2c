package org.sluice.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.sluice.process.Role;
import org.sluice.ui.intake.IntakeDesk.Row;
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
import org.sluice.ui.shell.SessionDesk;

/** Requirements that the person may see, newest first, each with where it waits. */
@Route(value = Routes.REQUIREMENTS, layout = MainLayout.class)
@PermitAll
class RequirementsView extends Screen implements BeforeEnterObserver {

    private final transient Clock clock;
    private final FilterBar filters;

    RequirementsView(IntakeDesk desk, SessionDesk session, Clock clock) {
        super("requirements.title");
        this.clock = clock;
        var list = list(desk);
        filters = new FilterBar(list::refresh).search().toggle("mine", "requirements.onlyMine");
        fill(header(session), filters, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event.getLocation().getQueryParameters());
    }

    private DataGrid<Row> list(IntakeDesk desk) {
        return new DataGrid<Row>(
                        "requirements.none",
                        (offset, limit) -> desk.requirements(filters.value("q"), filters.isSet("mine"), offset, limit))
                .link("requirements.no", Row::requirementNo, row -> Routes.caseOf(row.caseId()))
                .text("requirements.name", Row::title)
                .grow()
                .badge("requirements.state", row -> row.state().name())
                .text(
                        "requirements.waitsAt",
                        row -> row.waitingAt() == null ? null : Words.of("task." + row.waitingAt()))
                .column("requirements.due", this::due)
                .local("requirements.unit", Row::orgUnitName)
                .money("requirements.amount", Row::budgetAmount)
                .moment("requirements.since", Row::createdAt)
                .opensRoute(row -> Routes.caseOf(row.caseId()));
    }

    private static PageHeader header(SessionDesk session) {
        var header = new PageHeader(Words.of("requirements.title"));
        if (session.me()
                .filter(me -> me.roles().contains(Role.BUSINESS_REQUESTER))
                .isPresent()) {
            var start = new Button(Words.of("requirements.start"), VaadinIcon.PLUS.create(), click -> UI.getCurrent()
                    .navigate(Routes.NEW_REQUIREMENT));
            start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            header.actions(start);
        }
        return header;
    }

    private Component due(Row row) {
        if (row.due() == null) {
            return new Span(Words.of("parts.none"));
        }
        var now = clock.instant();
        return new StatusBadge(Format.forReader().due(row.due(), now), row.due().isBefore(now) ? Tone.BAD : Tone.QUIET);
    }
}
