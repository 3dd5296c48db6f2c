package org.sluice.catalog.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductCard;
import org.sluice.process.LocalText;
import org.sluice.process.intake.InterfaceForm;
import org.sluice.process.intake.SubjectType;

@Schema(description = "A data product of the catalogue")
record ProductItem(
        @Schema(example = "DP-00001") String code,
        LocalText name,

        @Schema(description = "Code of its data class", example = "TAX")
        String dataClass,

        LocalText dataClassName,
        @Schema(example = "SUP-00001") String supplier,
        LocalText supplierName,
        @Schema(example = "LISTED") String state,
        InterfaceForm interfaceForm,
        @Schema(description = "Whom the data is about") SubjectType subjectType,

        @Schema(description = "JR/T 0197 level, 1 to 5", example = "3")
        int jrLevel,

        boolean containsPersonalInfo,

        @Schema(description = "FREE, PER_CALL or PER_MONTH", example = "PER_CALL")
        String pricing,

        @Schema(description = "CNY without VAT; null when it is free", example = "12.5000") @Nullable
        BigDecimal unitPrice,

        @Schema(description = "The contract lets other lines and branches use it")
        boolean reuseAllowed,

        @Schema(description = "Null before it is listed") @Nullable
        LocalDate listedOn) {

    static ProductItem of(ProductCard card) {
        return new ProductItem(
                card.code(),
                card.name(),
                card.dataClass(),
                card.dataClassName(),
                card.supplierCode(),
                card.supplierName(),
                card.state(),
                card.interfaceForm(),
                card.subjectType(),
                card.jrLevel(),
                card.containsPersonalInfo(),
                card.pricing(),
                card.unitPrice(),
                card.reuseAllowed(),
                card.listedOn());
    }
}
