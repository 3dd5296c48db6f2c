package org.sluice.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;

/**
 * A supplier as lists show it.
 *
 * @param uscc unified social credit code
 * @param grade A to D of the last evaluation; null before the first
 * @param listedProducts how many of its products are listed
 */
public record SupplierCard(
        String code,
        LocalText name,
        String uscc,
        String type,
        LocalText typeName,
        String state,
        @Nullable String grade,
        @Nullable String region,
        @Nullable LocalText regionName,
        long listedProducts,
        @Nullable LocalDate admissionEndsOn) {}
