package org.sluice.ui.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.sluice.ui.catalog.CatalogDesk.CaseRow;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Words;
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
                .share(2)
                .local("catalog.scenario", CaseRow::scenario)
                .share(3)
                .local("catalog.unit", CaseRow::orgUnit)
                .share(2)
                .local("catalog.result", CaseRow::result)
                .grow()
                .date("catalog.since", CaseRow::since)
                .badge("catalog.state", CaseRow::state)
                .unfolds(ApplicationCasesView::whole);
    }

    private static Component whole(CaseRow row) {
        return new FactList()
                .fact("catalog.case", Words.of(row.title()))
                .fact("catalog.line", Words.of(row.businessLine()))
                .fact("catalog.scenario", Words.of(row.scenario()))
                .fact("catalog.unit", Words.of(row.orgUnit()))
                .fact("catalog.result", Words.of(row.result()));
    }
}
