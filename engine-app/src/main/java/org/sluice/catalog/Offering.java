package org.sluice.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.intake.InterfaceForm;
import org.sluice.process.intake.SubjectType;

/**
 * A product that a supplier has offered and the bank does not know yet.
 *
 * @param summary what it is wanted for
 * @param regions empty means nation-wide
 * @param unitPrice CNY without VAT; null when it is free
 */
public record Offering(
        UUID supplier,
        LocalText name,
        LocalText summary,
        String dataClass,
        InterfaceForm interfaceForm,
        SubjectType subjectType,
        List<String> fields,
        List<String> regions,
        int jrLevel,
        boolean containsPersonalInfo,
        int historyMonths,
        String updateFrequency,
        String pricing,
        @Nullable BigDecimal unitPrice) {}
