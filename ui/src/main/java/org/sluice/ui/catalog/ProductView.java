package org.sluice.ui.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;
import org.sluice.ui.catalog.CatalogDesk.CaseRow;
import org.sluice.ui.catalog.CatalogDesk.Field;
import org.sluice.ui.catalog.CatalogDesk.ProductSheet;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;

/** One data product: what it gives, from whom, at what price, and who works with it. */
@Route(value = Routes.PRODUCTS + "/:code", layout = MainLayout.class)
@PermitAll
@CssImport("./cases.css")
class ProductView extends CatalogPage implements BeforeEnterObserver {

    private final transient CatalogDesk desk;
    private final transient List<CatalogGuest> guests;

    ProductView(CatalogDesk desk, List<CatalogGuest> guests) {
        super("catalog.product");
        this.desk = desk;
        this.guests = guests;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        var sheet = desk.product(enter.getRouteParameters().get("code").orElse(""));
        var row = sheet.row();
        title(Words.of(row.name()));
        removeAll();
        add(
                new PageHeader(title())
                        .subtitle(row.code() + " · " + Words.of(row.dataClass()))
                        .beside(StatusBadge.ofState(row.state())),
                new Paragraph(Words.of(sheet.summary())),
                columns(service(sheet), supply(sheet)),
                fields(sheet),
                usedBy(sheet));
        guests.forEach(guest -> add(guest.ofProduct(row.code())));
    }

    private static Component service(ProductSheet sheet) {
        var format = Format.forReader();
        var hitRate = sheet.hitRate();
        return panel(
                "catalog.service",
                new FactList()
                        .fact("catalog.form", Words.of("form." + sheet.row().interfaceForm()))
                        .fact("catalog.frequency", Words.of("frequency." + sheet.updateFrequency()))
                        .fact("catalog.history", Words.of("catalog.history.months", sheet.historyMonths()))
                        .fact("catalog.regions", regions(sheet))
                        .fact("catalog.dailyCalls", format.number(sheet.dailyCalls()))
                        .fact("catalog.hitRate", hitRate == null ? null : format.percent(hitRate)));
    }

    private static Component supply(ProductSheet sheet) {
        var row = sheet.row();
        var listed = row.listedOn();
        return panel(
                "catalog.supply",
                new FactList()
                        .fact(
                                "catalog.supplier",
                                new Anchor(Routes.supplier(row.supplierCode()), Words.of(row.supplier())))
                        .fact("catalog.price", ProductGrid.price(row))
                        .fact("catalog.reuse", Words.of(row.reuseAllowed() ? "catalog.reuse.yes" : "catalog.reuse.no"))
                        .fact("catalog.subject", Words.of("SubjectType." + sheet.subjectType()))
                        .fact("catalog.level", ProductGrid.level(row))
                        .fact(
                                "catalog.listedOn",
                                listed == null ? null : Format.forReader().date(listed)));
    }

    private static Component fields(ProductSheet sheet) {
        var chips = new Div();
        chips.addClassName("chips");
        sheet.fields().forEach(field -> chips.add(chip(field)));
        return panel("catalog.fields", chips);
    }

    /** By its label, with its name in the data behind it; one that no dictionary has goes by its name. */
    private static Component chip(Field field) {
        var name = new Span(field.name());
        name.addClassName("code");
        var label = field.label();
        if (label == null) {
            return new Div(name);
        }
        name.addClassName("quiet");
        return new Div(new Span(Words.of(label) + " "), name);
    }

    private static Component usedBy(ProductSheet sheet) {
        return new Div(
                new H2(Words.of("catalog.usedBy")),
                DataGrid.<CaseRow>of("catalog.usedBy.none", sheet.usedBy())
                        .local("catalog.case", CaseRow::title)
                        .grow()
                        .text("catalog.code", CaseRow::code)
                        .local("catalog.line", CaseRow::businessLine)
                        .local("catalog.unit", CaseRow::orgUnit)
                        .local("catalog.result", CaseRow::result)
                        .grow()
                        .date("catalog.since", CaseRow::since));
    }

    private static String regions(ProductSheet sheet) {
        return sheet.regions().isEmpty()
                ? Words.of("common.nationwide")
                : sheet.regions().stream().map(Words::of).collect(Collectors.joining(Words.of("catalog.comma")));
    }

    static Component columns(Component... panels) {
        var columns = new Div(panels);
        columns.addClassName("columns");
        // one below the other they stand as far apart as the panels around them
        columns.getStyle().set("gap", "inherit");
        return columns;
    }

    static Component panel(String titleKey, Component content) {
        var panel = new Div(new H2(Words.of(titleKey)), content);
        panel.addClassName("panel");
        return panel;
    }
}
