package org.sluice.rules.facts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Items that the credit-reporting regulation bans or binds. */
public record CreditItems(
        @Nullable Boolean creditInformation,
        @Nullable SupplierType supplierType,
        @Nullable Set<String> prohibitedCreditFields,
        @Nullable Set<String> restrictedCreditFields,
        @Nullable Boolean consequenceWarning,
        @Nullable Boolean writtenConsent,
        @Nullable Integer adverseAgeMonths) {
    public CreditItems {
        prohibitedCreditFields = prohibitedCreditFields == null ? null : Set.copyOf(prohibitedCreditFields);
        restrictedCreditFields = restrictedCreditFields == null ? null : Set.copyOf(restrictedCreditFields);
    }

    /** Whether a prohibited field is delivered; null when that is unknown. */
    public @Nullable Boolean holdsProhibited() {
        return prohibitedCreditFields == null ? null : !prohibitedCreditFields.isEmpty();
    }

    /** Whether a restricted field is delivered; null when that is unknown. */
    public @Nullable Boolean holdsRestricted() {
        return restrictedCreditFields == null ? null : !restrictedCreditFields.isEmpty();
    }
}
