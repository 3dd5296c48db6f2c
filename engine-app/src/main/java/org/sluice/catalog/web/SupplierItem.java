package org.sluice.catalog.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.SupplierCard;
import org.sluice.process.LocalText;

@Schema(description = "A supplier of external data")
record SupplierItem(
        @Schema(example = "SUP-00001") String code,
        LocalText name,
        @Schema(description = "Unified social credit code") String uscc,
        @Schema(example = "PUBLIC_DATA_OPERATOR") String type,
        LocalText typeName,
        @Schema(example = "QUALIFIED") String state,

        @Schema(description = "A to D; null before the first evaluation", example = "B") @Nullable
        String grade,

        @Schema(description = "Code of the region where it is based") @Nullable
        String region,

        @Nullable LocalText regionName,

        @Schema(description = "How many of its products are listed")
        long listedProducts,

        @Schema(description = "Null before it is admitted") @Nullable
        LocalDate admissionEndsOn) {

    static SupplierItem of(SupplierCard card) {
        return new SupplierItem(
                card.code(),
                card.name(),
                card.uscc(),
                card.type(),
                card.typeName(),
                card.state(),
                card.grade(),
                card.region(),
                card.regionName(),
                card.listedProducts(),
                card.admissionEndsOn());
    }
}
