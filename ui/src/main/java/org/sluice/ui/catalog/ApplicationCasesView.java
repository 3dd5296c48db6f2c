package org.sluice.ui.catalog;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.sluice.ui.catalog.CatalogDesk.CaseRow;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.shell.MainLayout;

/** What others made of the data: the application cases. */
@Route(value = Routes.APPLICATION_CASES, layout = MainLayout.class)
@PermitAll
class ApplicationCasesView extends CatalogList<CaseRow> {

    ApplicationCasesView(CatalogDesk desk) {
        super(
                desk,
                "catalog.cases",
                "catalog.cases.purpose",
                "catalog.cases.none",
                desk::applicationCases,
                Choices.caseStates(),
                "catalog.line",
                Choices.of(desk.businessLines()));
        grid.local("catalog.case", CaseRow::title)
                .grow()
                .text("catalog.code", CaseRow::code)
                .local("catalog.line", CaseRow::businessLine)
                .local("catalog.scenario", CaseRow::scenario)
                .local("catalog.unit", CaseRow::orgUnit)
                .local("catalog.result", CaseRow::result)
                .grow()
                .date("catalog.since", CaseRow::since)
                .badge("catalog.state", CaseRow::state);
    }
}
