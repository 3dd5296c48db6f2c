package org.sluice.process.procurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Problems;

/**
 * What one supplier offers.
 *
 * @param supplier code of the supplier
 * @param productCode code of the product, if the catalogue knows it already
 * @param productName what the supplier calls it; required without a code
 * @param unitPrice CNY without VAT, a call or a month; absent when it is free
 * @param amount CNY for the whole term with all options; may be left out when it is free
 */
public record Quotation(
        @Nullable String supplier,
        @Nullable String productCode,
        @Nullable String productName,
        @Nullable Pricing pricing,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal amount,
        @Nullable Integer contractMonths,
        @Nullable LocalDate quotedOn) {

    private static final BigDecimal LARGEST_PRICE = BigDecimal.TEN.pow(10);

    public Quotation {
        if (pricing == Pricing.FREE && amount == null) {
            amount = BigDecimal.ZERO;
        }
    }

    void check(String at, Problems problems) {
        problems.required(at + ".supplier", supplier)
                .when(blank(productCode) && blank(productName), at + ".productName", "required")
                .atMost(at + ".productName", productName, 200)
                .required(at + ".pricing", pricing)
                .required(at + ".amount", amount)
                .amount(at + ".amount", amount)
                .required(at + ".contractMonths", contractMonths)
                .between(at + ".contractMonths", contractMonths, 1, 120)
                .required(at + ".quotedOn", quotedOn);
        if (pricing == Pricing.FREE) {
            problems.when(unitPrice != null && unitPrice.signum() != 0, at + ".unitPrice", "freeHasNoPrice")
                    .when(amount != null && amount.signum() != 0, at + ".amount", "freeHasNoPrice");
        } else if (pricing != null) {
            problems.required(at + ".unitPrice", unitPrice)
                    .when(
                            unitPrice != null
                                    && (unitPrice.signum() <= 0
                                            || unitPrice.stripTrailingZeros().scale() > 4
                                            || unitPrice.compareTo(LARGEST_PRICE) >= 0),
                            at + ".unitPrice",
                            "unitPrice");
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
