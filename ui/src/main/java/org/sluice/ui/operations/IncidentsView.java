package org.sluice.ui.operations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.ui.operations.IncidentDesk.Row;
import org.sluice.ui.parts.BpmnNames;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;

/** Steps that the engine could not do by itself, each with its retry. */
@Route(value = Routes.INCIDENTS, layout = MainLayout.class)
@RolesAllowed("PLATFORM_OPS")
class IncidentsView extends Screen {

    private final IncidentDesk desk;
    private final DataGrid<Row> grid;

    IncidentsView(IncidentDesk desk) {
        super("operations.incidents");
        this.desk = desk;
        grid = new DataGrid<>("operations.incidents.none", desk::page);
        grid.local("operations.message", Row::message)
                .grow()
                .link("operations.case", Row::caseNumber, IncidentsView::caseOf)
                .text("operations.process", row -> Words.of("process." + row.processKey()))
                .column("operations.element", IncidentsView::element)
                .moment("operations.since", Row::since)
                .column("operations.retry", this::retry);
        var refresh = new Button(Words.of("operations.refresh"), click -> grid.refresh());
        fill(
                new PageHeader(title())
                        .subtitle(Words.of("operations.incidents.purpose"))
                        .actions(refresh),
                grid);
    }

    /** As the model calls it; its id stands in the tooltip. */
    private static Component element(Row row) {
        var name = new Span(BpmnNames.ofElement(row.processKey(), row.element()));
        name.setTitle(row.element());
        return name;
    }

    private static @Nullable String caseOf(Row row) {
        CaseId id = row.caseId();
        return id == null ? null : Routes.caseOf(id);
    }

    private Component retry(Row row) {
        if (!row.retryable()) {
            return new Span(Words.of("operations.notRetryable"));
        }
        var button = new Button(Words.of("operations.retry"));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            if (Notice.attempt(() -> desk.retry(row.id()))) {
                Notice.success("operations.retried");
            }
            grid.refresh();
        });
        return button;
    }
}
