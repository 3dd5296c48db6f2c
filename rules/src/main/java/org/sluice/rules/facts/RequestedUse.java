package org.sluice.rules.facts;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.process.access.ConsentProof;
import org.sluice.process.access.Purpose;
import org.sluice.process.intake.DecisionImpact;
import org.sluice.process.intake.LegalBasis;

/**
 * For what somebody wants to use a product, on what basis, and until when.
 *
 * @param admittedPurposes those to which the product is limited; empty when it is limited to none
 */
public record RequestedUse(
        @Nullable Purpose purpose,
        @Nullable Set<Purpose> admittedPurposes,
        @Nullable DecisionImpact decisionImpact,
        @Nullable LegalBasis legalBasis,
        @Nullable ConsentProof consentProof,
        @Nullable Boolean sameLegalEntity,
        @Nullable Boolean optOutOffered,
        @Nullable LocalDate validTo) {

    public RequestedUse {
        admittedPurposes = admittedPurposes == null ? null : Set.copyOf(admittedPurposes);
    }

    /** Whether the product may be used for this purpose; null when that is unknown. */
    public @Nullable Boolean purposeAdmitted() {
        if (admittedPurposes == null || purpose == null) {
            return null;
        }
        return admittedPurposes.isEmpty() || admittedPurposes.contains(purpose);
    }
}
