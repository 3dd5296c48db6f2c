package org.sluice.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.sluice.ui.access.UsageDesk.GrantRow;
import org.sluice.ui.catalog.CatalogGuest;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Words;

/** Who may use a product, on its page, and the way to ask for it. */
@org.springframework.stereotype.Component
public class GrantsOfCatalog implements CatalogGuest {

    /** More than a page shows are looked for in the list of grants. */
    private static final int SHOWN = 50;

    private final UsageDesk desk;

    public GrantsOfCatalog(UsageDesk desk) {
        this.desk = desk;
    }

    /** A supplier is not used, its products are. */
    @Override
    public Component ofSupplier(String code) {
        var nothing = new Div();
        nothing.setVisible(false);
        return nothing;
    }

    @Override
    public Component ofProduct(String code) {
        var panel = new Div();
        panel.addClassNames("panel", "grants");
        fill(panel, code);
        return panel;
    }

    private void fill(Div panel, String code) {
        panel.removeAll();
        var note = new Paragraph(Words.of("access.noCalls"));
        note.addClassName("quiet");
        panel.add(new H2(Words.of("access.title")), note);
        if (desk.mayRequest(code)) {
            panel.add(new Anchor(Routes.requestUse(code), Words.of("access.request")));
        }
        var grants = desk.grants(null, null, code, 0, SHOWN).items();
        panel.add(
                GrantGrid.columns(DataGrid.<GrantRow>of("access.none", grants), desk, false, () -> fill(panel, code)));
    }
}
