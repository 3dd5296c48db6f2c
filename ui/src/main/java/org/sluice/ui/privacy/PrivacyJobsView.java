package org.sluice.ui.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.FilterBar;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.TextLink;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.PrivacyJobDesk.JobRow;
import org.sluice.ui.shell.MainLayout;

/** The queue of privacy jobs: each with its state, and with that for which it waits. */
@Route(value = Routes.PRIVACY_JOBS, layout = MainLayout.class)
@PermitAll
class PrivacyJobsView extends Screen implements BeforeEnterObserver {

    private final DataGrid<JobRow> list;
    private final FilterBar filters;

    PrivacyJobsView(PrivacyJobDesk desk) {
        super("privacy.jobs.title");
        list = list(desk);
        filters = new FilterBar(list::refresh)
                .search()
                .select(
                        "state",
                        "privacy.jobs.state",
                        Stream.of(PrivacyJobState.values())
                                .map(state -> new FilterBar.Choice(state.name(), Words.of(state)))
                                .toList());
        var header = new PageHeader(title()).subtitle(Words.of("privacy.jobs.subtitle"));
        header.actions(new TextLink(Routes.HIDDEN_QUERY, Words.of("privacy.query.title")));
        if (desk.mayRequest()) {
            var ask = new Button(Words.of("privacy.jobs.new"), click -> getUI().ifPresent(
                            ui -> ui.navigate(Routes.NEW_PRIVACY_JOB)));
            ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            header.actions(ask);
        }
        fill(header, filters, list);
    }

    private DataGrid<JobRow> list(PrivacyJobDesk desk) {
        return new DataGrid<JobRow>(
                        "privacy.jobs.none",
                        (offset, limit) -> desk.jobs(filters().value("q"), state(), offset, limit))
                .link("privacy.jobs.number", JobRow::number, row -> Routes.caseOf(row.caseId()))
                .column("privacy.jobs.state", row -> JobWords.badge(row.state()))
                .text("privacy.jobs.waits", row -> WaitsWords.of(row.waits()))
                .share(10)
                .local("privacy.jobs.unit", JobRow::unit)
                .local("privacy.jobs.partner", JobRow::partner)
                .text("privacy.jobs.output", row -> Words.of(row.output()))
                .text("privacy.jobs.method", row -> JobWords.method(row.method(), row.suite()))
                .moment("privacy.jobs.requestedAt", JobRow::requestedAt)
                .opensRoute(row -> Routes.caseOf(row.caseId()))
                .stepsByLetter();
    }

    private FilterBar filters() {
        return filters;
    }

    /** Whoever mends an address by hand may write a state that there is not: then all are shown, as without one. */
    private @Nullable PrivacyJobState state() {
        var asked = filters.value("state");
        return Stream.of(PrivacyJobState.values())
                .filter(state -> state.name().equals(asked))
                .findFirst()
                .orElse(null);
    }

    /** The menu leads to the same page with other filters, or with none: the list follows. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event.getLocation().getQueryParameters());
        list.refresh();
    }
}
