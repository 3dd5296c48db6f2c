package org.sluice.ui.catalog;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.sluice.ui.catalog.CatalogDesk.SupplierRow;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;

/** The supplier register. */
@Route(value = Routes.SUPPLIERS, layout = MainLayout.class)
@PermitAll
class SuppliersView extends CatalogList<SupplierRow> {

    SuppliersView(CatalogDesk desk) {
        super(
                desk,
                "catalog.suppliers",
                "catalog.suppliers.purpose",
                "catalog.suppliers.none",
                desk::suppliers,
                Choices.supplierStates(),
                "catalog.supplierType",
                Choices.of(desk.supplierTypes()));
        grid.link("catalog.supplier", row -> Words.of(row.name()), row -> Routes.supplier(row.code()))
                .grow()
                .text("catalog.code", SupplierRow::code)
                .text("catalog.uscc", SupplierRow::uscc)
                .local("catalog.supplierType", SupplierRow::type)
                .share(3)
                .local("catalog.region", SupplierRow::region)
                .text("catalog.grade", SupplierRow::grade)
                .number("catalog.listedProducts", SupplierRow::listedProducts)
                .date("catalog.admissionEnds", SupplierRow::admissionEndsOn)
                .badge("catalog.state", SupplierRow::state)
                .opensRoute(row -> Routes.supplier(row.code()));
    }
}
