package org.sluice.rules.facts;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the supplier is permitted to deal in, and by whom. */
public record Licences(
        @Nullable Set<CreditPermit> creditPermits,
        @Nullable LocalDate creditPermitValidTo,
        @Nullable Boolean publicDataAuthorized,
        @Nullable LocalDate publicDataAuthValidTo,
        @Nullable Integer disclosureYear,
        @Nullable Boolean tradingIntermediary,
        @Nullable Boolean sourceStatement,
        @Nullable Boolean identityCheck,
        @Nullable Boolean agent,
        @Nullable Boolean authorizationUnique,
        @Nullable Boolean consortium) {
    public Licences {
        creditPermits = creditPermits == null ? null : Set.copyOf(creditPermits);
    }

    /** Whether there is any credit licence or filing; null when that is unknown. */
    public @Nullable Boolean holdsPermit() {
        return creditPermits == null ? null : !creditPermits.isEmpty();
    }
}
