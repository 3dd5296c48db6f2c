package org.sluice.ui.catalog;

import org.sluice.ui.catalog.CatalogDesk.ProductRow;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Words;

/** The columns by which products are compared, wherever they are listed. */
final class ProductGrid {

    private ProductGrid() {}

    static DataGrid<ProductRow> columns(DataGrid<ProductRow> grid, boolean withSupplier) {
        grid.link("catalog.product", row -> Words.of(row.name()), row -> Routes.product(row.code()))
                .grow()
                .text("catalog.code", ProductRow::code)
                .local("catalog.dataClass", ProductRow::dataClass)
                .share(3);
        if (withSupplier) {
            grid.link("catalog.supplier", row -> Words.of(row.supplier()), row -> Routes.supplier(row.supplierCode()))
                    .grow();
        }
        return grid.text("catalog.form", row -> Words.of("form." + row.interfaceForm()))
                .text("catalog.level", ProductGrid::level)
                .figure("catalog.price", ProductGrid::price)
                .badge("catalog.state", ProductRow::state);
    }

    static String level(ProductRow row) {
        var level = Words.of("catalog.level.of", row.jrLevel());
        return row.containsPersonalInfo() ? Words.of("catalog.level.personal", level) : level;
    }

    static String price(ProductRow row) {
        var price = row.unitPrice();
        return price == null || row.pricing().equals("FREE")
                ? Words.of("pricing." + row.pricing())
                : Words.of("catalog.price." + row.pricing(), Format.forReader().price(price));
    }
}
