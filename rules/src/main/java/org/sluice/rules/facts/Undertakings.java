package org.sluice.rules.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the supplier has proved and signed, and what the bank found when it looked. */
public record Undertakings(
        @Nullable Boolean taxProof,
        @Nullable Boolean socialSecurityProof,
        @Nullable Boolean antiBriberyPledge,
        @Nullable Boolean confidentialityAgreement,
        @Nullable Boolean importantOutsourcing,
        @Nullable ProcessingMode processingMode,
        @Nullable Boolean dueDiligenceDone,
        @Nullable LocalDate dueDiligenceOn,
        @Nullable Boolean dueDiligenceOnSite,
        @Nullable Boolean materialChange) {}
