package org.sluice.ui.evaluation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.ui.catalog.CatalogGuest;
import org.sluice.ui.evaluation.EvaluationDesk.EvaluationRow;
import org.sluice.ui.evaluation.EvaluationDesk.MonthRow;
import org.sluice.ui.parts.Confirm;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Words;

/** Readings and evaluations on the page of their product, evaluations on that of their supplier. */
@org.springframework.stereotype.Component
public class EvaluationsOfCatalog implements CatalogGuest {

    private final EvaluationDesk desk;

    public EvaluationsOfCatalog(EvaluationDesk desk) {
        this.desk = desk;
    }

    @Override
    public Component ofSupplier(String code) {
        return panel("evaluation.history", evaluations(desk.ofSupplier(code), true));
    }

    @Override
    public Component ofProduct(String code) {
        var quality = desk.ofProduct(code);
        var months = panel("evaluation.months", months(quality.months()));
        if (quality.mayRecord()) {
            months.add(below(new Button(
                    Words.of("evaluation.record"),
                    click -> new ReadingDialog(desk, code, EvaluationsOfCatalog::reload).open())));
        }
        var history = panel("evaluation.history", evaluations(quality.evaluations(), false));
        if (quality.mayStart()) {
            history.add(below(new Button(Words.of("evaluation.start"), click -> ask(code))));
        }
        var both = new Div(months, history);
        both.addClassName("stack");
        both.getStyle().set("gap", "inherit");
        return both;
    }

    private static Button below(Button button) {
        button.getStyle().set("margin-top", "var(--sluice-gap)");
        return button;
    }

    private void ask(String code) {
        Confirm.ask(
                Words.of("evaluation.start.title", code),
                Words.of("evaluation.start.text"),
                Words.of("evaluation.start"),
                () -> UI.getCurrent().navigate(Routes.caseOf(desk.start(code))));
    }

    private static void reload() {
        UI.getCurrent().getPage().reload();
    }

    private static Div panel(String titleKey, Component content) {
        var panel = new Div(new H2(Words.of(titleKey)), content);
        panel.addClassName("panel");
        return panel;
    }

    private static Component months(List<MonthRow> months) {
        return DataGrid.<MonthRow>of("evaluation.months.none", months)
                .text("evaluation.month", row -> Format.forReader().month(YearMonth.from(row.month())))
                .grow()
                .number("evaluation.calls", MonthRow::calls)
                .figure("evaluation.hitRate", row -> percent(row.hitRate()))
                .figure("evaluation.accuracy", row -> percent(row.accuracy()))
                .figure("evaluation.freshness", row -> percent(row.freshness()))
                .figure("evaluation.nullRate", row -> percent(row.nullRate()))
                .figure("evaluation.psi", row -> fixed(row.psi(), 3))
                .figure("evaluation.availability", row -> exact(row.availability()))
                .figure("evaluation.responseMs", row -> row.responseMs() == null ? null : number(row.responseMs()))
                .figure("evaluation.incidents", EvaluationsOfCatalog::incidents);
    }

    private static String incidents(MonthRow row) {
        return row.incidentLevel() == IncidentLevel.NONE
                ? number(row.incidents())
                : Words.of("evaluation.incidents.of", number(row.incidents()), Words.of(row.incidentLevel()));
    }

    private static Component evaluations(List<EvaluationRow> evaluations, boolean withProduct) {
        var grid = DataGrid.<EvaluationRow>of("evaluation.none", evaluations)
                .link("evaluation.number", EvaluationRow::number, row -> Routes.caseOf(row.caseId()));
        if (withProduct) {
            grid.link("evaluation.product", row -> Words.of(row.product()), row -> Routes.product(row.productCode()))
                    .grow();
        }
        grid.figure("evaluation.score", row -> fixed(row.score(), 2))
                .text("evaluation.grade", EvaluationRow::grade)
                .text("evaluation.decided", row -> row.decided() == null ? null : Words.of(row.decided()));
        if (!withProduct) {
            grid.grow();
        }
        grid.moment("evaluation.openedAt", EvaluationRow::openedAt).badge("evaluation.state", EvaluationRow::state);
        return grid;
    }

    private static @Nullable String percent(@Nullable BigDecimal share) {
        return share == null ? null : fixed(share.movePointRight(2), 1) + "%";
    }

    /** Nines are counted one by one. */
    private static @Nullable String exact(@Nullable BigDecimal share) {
        return share == null ? null : fixed(share.movePointRight(2), 3) + "%";
    }

    /** As many decimals in each line, so that they stand one below the other. */
    private static @Nullable String fixed(@Nullable BigDecimal value, int digits) {
        return value == null ? null : Format.forReader().fixed(value, digits);
    }

    private static String number(long value) {
        return Format.forReader().number(value);
    }
}
