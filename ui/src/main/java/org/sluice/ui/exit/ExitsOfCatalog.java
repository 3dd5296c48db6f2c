package org.sluice.ui.exit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import org.sluice.ui.catalog.CatalogGuest;
import org.sluice.ui.exit.ExitDesk.Line;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Words;

/** Exits on the pages of their product and of its supplier; opened on the product's. */
@org.springframework.stereotype.Component
public class ExitsOfCatalog implements CatalogGuest {

    private final ExitDesk desk;

    public ExitsOfCatalog(ExitDesk desk) {
        this.desk = desk;
    }

    @Override
    public Component ofSupplier(String code) {
        return panel(lines(desk.ofSupplier(code), true));
    }

    @Override
    public Component ofProduct(String code) {
        var shown = desk.ofProduct(code);
        var panel = panel(lines(shown.exits(), false));
        if (shown.mayOpen()) {
            var open = new Button(Words.of("exit.open"), click -> new OpenExitDialog(
                            shown, body -> UI.getCurrent().navigate(Routes.caseOf(desk.open(code, body))))
                    .open());
            open.getStyle().set("margin-top", "var(--sluice-gap)");
            panel.add(open);
        }
        return panel;
    }

    private static Div panel(Component content) {
        var panel = new Div(new H2(Words.of("exit.history")), content);
        panel.addClassName("panel");
        return panel;
    }

    private static Component lines(List<Line> exits, boolean withProduct) {
        var grid = DataGrid.<Line>of("exit.none", exits)
                .link("exit.number", Line::number, line -> Routes.caseOf(line.caseId()));
        if (withProduct) {
            grid.link("exit.product", line -> Words.of(line.product()), line -> Routes.product(line.productCode()))
                    .grow();
        }
        grid.text("exit.trigger", line -> Words.of(line.trigger()));
        if (!withProduct) {
            grid.grow();
        }
        return grid.text("exit.urgency", line -> line.urgency() == null ? null : Words.of("Urgency." + line.urgency()))
                .text("exit.use", line -> line.blocked() ? Words.of("exit.use.blocked") : null)
                .text("exit.replacement", Line::replacement)
                .moment("exit.openedAt", Line::openedAt)
                .badge("exit.state", Line::state);
    }
}
