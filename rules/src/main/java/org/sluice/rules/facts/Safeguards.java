package org.sluice.rules.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the supplier protects data, and where it keeps them. */
public record Safeguards(
        @Nullable Integer mlpsLevel,
        @Nullable LocalDate mlpsReportDate,
        @Nullable SecurityCertificate securityCertificate,
        @Nullable LocalDate securityCertificateValidTo,
        @Nullable Boolean privacyProductOffered,
        @Nullable Boolean privacySecurityProof,
        @Nullable ServerLocation serverLocation,
        @Nullable Boolean offshoreAccess,
        @Nullable Boolean exportPathValid) {}
