package org.sluice.ui.catalog;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.sluice.ui.catalog.CatalogDesk.ProductRow;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.shell.MainLayout;

/** The list of data products. */
@Route(value = Routes.PRODUCTS, layout = MainLayout.class)
@PermitAll
class ProductsView extends CatalogList<ProductRow> {

    ProductsView(CatalogDesk desk) {
        super(
                desk,
                "catalog.products",
                "catalog.products.purpose",
                "catalog.products.none",
                desk::products,
                Choices.productStates(),
                "catalog.dataClass",
                Choices.of(desk.dataClasses()));
        ProductGrid.columns(grid, true).opensRoute(row -> Routes.product(row.code()));
    }
}
