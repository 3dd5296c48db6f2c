package org.sluice.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sluice.process.access.StopUse;
import org.sluice.ui.access.UsageDesk.GrantRow;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Words;

/** Columns of lists of grants; what a person may do to one stands in its row. */
final class GrantGrid {

    private GrantGrid() {}

    /** @param changed runs after something was done to a grant */
    static DataGrid<GrantRow> columns(DataGrid<GrantRow> grid, UsageDesk desk, boolean withProduct, Runnable changed) {
        if (withProduct) {
            grid.link("access.product", row -> Words.of(row.productName()), row -> Routes.product(row.productCode()))
                    .share(3);
        }
        return grid.local("access.unit", GrantRow::unitName)
                .local("access.scenario", GrantRow::scenarioName)
                .share(3)
                .text("access.purpose", row -> Words.of(row.purpose()))
                .text("access.system", GrantRow::callingSystem)
                .number("access.callsPerDay", GrantRow::callsPerDay)
                .badge("access.state", GrantRow::state)
                .text("access.reason", GrantGrid::reason)
                .date("access.validTo", GrantRow::validTo)
                .link(
                        "access.case",
                        GrantRow::caseNumber,
                        row -> row.caseId() == null ? null : Routes.caseOf(row.caseId()))
                .column("access.actions", row -> ways(row, desk, changed))
                .alwaysInSight();
    }

    private static @Nullable String reason(GrantRow row) {
        return row.stopReason() == null ? null : Words.of(row.stopReason());
    }

    private static Component ways(GrantRow row, UsageDesk desk, Runnable changed) {
        var ways = new Div();
        if (row.maySuspend()) {
            ways.add(way("suspend", (id, why) -> desk.suspend(id, why), row, changed));
        }
        if (row.mayResume()) {
            ways.add(way("resume", (id, why) -> desk.resume(id, why), row, changed));
        }
        if (row.mayRevoke()) {
            ways.add(way("revoke", (id, why) -> desk.revoke(id, why), row, changed));
        }
        return ways;
    }

    private static Button way(String way, BiConsumer<java.util.UUID, StopUse> act, GrantRow row, Runnable changed) {
        var button = new Button(
                Words.of("access." + way),
                click -> new StopUseDialog(way, row, why -> act.accept(row.id(), why), changed).open());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }
}
