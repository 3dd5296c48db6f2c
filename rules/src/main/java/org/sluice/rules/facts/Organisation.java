package org.sluice.rules.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who the supplier is, as its register and its form say. */
public record Organisation(
        @Nullable SupplierType supplierType,
        @Nullable Boolean actsByLaw,
        @Nullable Boolean cooperationAgreement,
        @Nullable String uscc,
        @Nullable String legalName,
        @Nullable String registeredName,
        @Nullable RegistrationStatus registrationStatus,
        @Nullable Boolean independentLiability,
        @Nullable LocalDate establishedOn,
        @Nullable BigDecimal paidInCapital) {
    /**
     * True when the code keeps its check character (GB 32100), false when it does not, null when the code is unknown.
     */
    public @Nullable Boolean usccSound() {
        return uscc == null ? null : Uscc.isSound(uscc);
    }

    /** Whether the stated name is the registered one; null when either is unknown. */
    public @Nullable Boolean nameRegistered() {
        if (legalName == null || registeredName == null) {
            return null;
        }
        return legalName.strip().equals(registeredName.strip());
    }
}
