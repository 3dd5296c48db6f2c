package org.sluice.ui.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.ui.catalog.CatalogDesk.SupplierSheet;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;

/** One supplier: who it is, how it was admitted, what it delivers. */
@Route(value = Routes.SUPPLIERS + "/:code", layout = MainLayout.class)
@PermitAll
@CssImport("./cases.css")
class SupplierView extends CatalogPage implements BeforeEnterObserver {

    private final transient CatalogDesk desk;
    private final transient List<CatalogGuest> guests;

    SupplierView(CatalogDesk desk, List<CatalogGuest> guests) {
        super("catalog.supplier");
        this.desk = desk;
        this.guests = guests;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        var sheet = desk.supplier(enter.getRouteParameters().get("code").orElse(""));
        var row = sheet.row();
        title(Words.of(row.name()));
        removeAll();
        add(
                new PageHeader(title())
                        .subtitle(row.code() + " · " + Words.of(row.type()))
                        .beside(StatusBadge.ofState(row.state())),
                ProductView.columns(standing(sheet), contact(sheet)),
                new Div(
                        new H2(Words.of("catalog.supplier.products")),
                        ProductGrid.columns(DataGrid.of("catalog.products.none", sheet.products()), false)
                                .opensRoute(product -> Routes.product(product.code()))));
        guests.forEach(guest -> add(guest.ofSupplier(row.code())));
    }

    private static Component standing(SupplierSheet sheet) {
        return ProductView.panel(
                "catalog.admission",
                new FactList()
                        .fact("catalog.admissionPath", Words.of(sheet.admissionPath()))
                        .fact("catalog.admittedOn", date(sheet.admittedOn()))
                        .fact("catalog.admissionEnds", date(sheet.row().admissionEndsOn()))
                        .fact("catalog.grade", sheet.row().grade())
                        .fact(
                                "catalog.listedProducts",
                                Format.forReader().number(sheet.row().listedProducts())));
    }

    private static Component contact(SupplierSheet sheet) {
        return ProductView.panel(
                "catalog.contact",
                new FactList()
                        .fact("catalog.uscc", sheet.row().uscc())
                        .fact("catalog.region", text(sheet.row().region()))
                        .fact("catalog.contactPerson", text(sheet.contact()))
                        .fact("catalog.phone", sheet.contactPhone())
                        .fact("catalog.email", sheet.contactEmail()));
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : Format.forReader().date(date);
    }

    private static @Nullable String text(@Nullable LocalText text) {
        return text == null ? null : Words.of(text);
    }
}
