package org.sluice.catalog.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductCard;
import org.sluice.process.LocalText;
import org.sluice.ui.catalog.CatalogDesk.CaseRow;
import org.sluice.ui.catalog.CatalogDesk.Field;
import org.sluice.ui.catalog.CatalogDesk.ProductSheet;

@Schema(description = "A data product with all that the catalogue knows of it")
record ProductDetail(
        ProductItem product,
        LocalText summary,

        @Schema(description = "Names of the fields that it delivers", example = "[\"uscc\", \"taxCreditGrade\"]")
        List<String> fields,

        @Schema(description = "Regions that it covers; empty means nation-wide")
        List<LocalText> regions,

        @Schema(example = "24") int historyMonths,

        @Schema(description = "REALTIME, DAILY, T_PLUS_1, WEEKLY or MONTHLY", example = "T_PLUS_1")
        String updateFrequency,

        @Schema(description = "Calls on an average day") long dailyCalls,

        @Schema(description = "Share of calls that found something; null before it is measured", example = "0.9210")
        @Nullable
        BigDecimal hitRate,

        @Schema(description = "Codes of the listed application cases that use it")
        List<String> applicationCases) {

    static ProductDetail of(ProductCard card, ProductSheet sheet) {
        return new ProductDetail(
                ProductItem.of(card),
                sheet.summary(),
                sheet.fields().stream().map(Field::name).toList(),
                sheet.regions(),
                sheet.historyMonths(),
                sheet.updateFrequency(),
                sheet.dailyCalls(),
                sheet.hitRate(),
                sheet.usedBy().stream().map(CaseRow::code).toList());
    }
}
