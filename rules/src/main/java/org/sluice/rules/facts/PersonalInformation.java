package org.sluice.rules.facts;

import org.jspecify.annotations.Nullable;
import org.sluice.process.intake.LegalBasis;

/** Whether the product holds personal information, and what makes it lawful. */
public record PersonalInformation(
        @Nullable Boolean containsPersonalInfo,
        @Nullable Boolean legalBasisStated,
        @Nullable LegalBasis legalBasis,
        @Nullable Boolean sensitivePi,
        @Nullable ConsentEvidence consentEvidence,
        @Nullable SupplierRole supplierRole,
        @Nullable Boolean receiverNamed,
        @Nullable Boolean minorsUnder14,
        @Nullable Boolean guardianConsent,
        @Nullable Boolean minorsRules,
        @Nullable Long productPersonCount) {}
