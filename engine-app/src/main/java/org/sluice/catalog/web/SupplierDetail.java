package org.sluice.catalog.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.SupplierCard;
import org.sluice.process.LocalText;
import org.sluice.ui.catalog.CatalogDesk.ProductRow;
import org.sluice.ui.catalog.CatalogDesk.SupplierSheet;

@Schema(description = "A supplier with its way of admission and its products; its contacts are not given out here")
record SupplierDetail(
        SupplierItem supplier,
        LocalText admissionPath,

        @Schema(description = "Null before it is admitted") @Nullable
        LocalDate admittedOn,

        @Schema(description = "Codes of its products in every state", example = "[\"DP-00001\"]")
        List<String> products) {

    static SupplierDetail of(SupplierCard card, SupplierSheet sheet) {
        return new SupplierDetail(
                SupplierItem.of(card),
                sheet.admissionPath(),
                sheet.admittedOn(),
                sheet.products().stream().map(ProductRow::code).toList());
    }
}
