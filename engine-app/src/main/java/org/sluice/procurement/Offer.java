package org.sluice.procurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.procurement.Pricing;

/**
 * A quotation as it stands in a purchase.
 *
 * @param product null until a new one is chosen
 * @param struckFor whose admission was refused; null unless it was struck
 */
record Offer(
        UUID id,
        UUID supplier,
        String supplierCode,
        LocalText supplierName,
        @Nullable UUID product,
        @Nullable String productCode,
        String productName,
        Pricing pricing,
        @Nullable BigDecimal unitPrice,
        Money amount,
        int contractMonths,
        LocalDate quotedOn,
        State state,
        @Nullable StruckFor struckFor) {

    enum State {
        STANDING,
        CHOSEN,
        STRUCK,
        /** A later round of quotations has taken its place. */
        SUPERSEDED
    }

    /** As people call it where it stands alone: who offers what. */
    LocalText called() {
        return new LocalText(
                supplierCode + " " + supplierName.zh() + " · " + productName,
                supplierCode + " " + supplierName.en() + " · " + productName);
    }

    enum StruckFor {
        SUPPLIER,
        PRODUCT
    }
}
