package org.sluice.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.intake.InterfaceForm;
import org.sluice.process.intake.SubjectType;

/**
 * A data product as lists show it.
 *
 * @param jrLevel JR/T 0197 level 1 to 5
 * @param unitPrice CNY without VAT, a call or a month by {@code pricing}; null when it is free
 * @param reuseAllowed the contract lets other lines and branches use it
 * @param listedOn null before it is listed
 */
public record ProductCard(
        ProductId id,
        String code,
        LocalText name,
        String dataClass,
        LocalText dataClassName,
        String supplierCode,
        LocalText supplierName,
        String state,
        InterfaceForm interfaceForm,
        SubjectType subjectType,
        int jrLevel,
        boolean containsPersonalInfo,
        String pricing,
        @Nullable BigDecimal unitPrice,
        boolean reuseAllowed,
        @Nullable LocalDate listedOn) {}
