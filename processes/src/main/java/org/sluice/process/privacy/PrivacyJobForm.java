package org.sluice.process.privacy;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;
import org.sluice.process.access.Purpose;

/**
 * The request for a privacy job. Fields may be null while a person types; {@link #check} tells what is missing.
 *
 * @param unitCode the unit that wants it
 * @param purpose for which a grant must stand
 * @param partner the other party, by its code
 * @param bankDataSet {@code name@version} at the bank's worker
 * @param partnerDataSet {@code name@version} at the partner's worker
 * @param method forced protocol; null: the house chooses by rule, sizes and line
 * @param suite forced curve and hash; null: the rule book's
 * @param keepDays how long a released result may be kept before it is purged
 * @param reason what the result is wanted for, in the requester's words
 */
public record PrivacyJobForm(
        @Nullable String unitCode,
        @Nullable Purpose purpose,
        @Nullable String partner,
        @Nullable String bankDataSet,
        @Nullable String partnerDataSet,
        @Nullable PrivacyOutput output,
        @Nullable PrivacyMethod method,
        @Nullable CryptoSuite suite,
        @Nullable Integer keepDays,
        @Nullable String reason)
        implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("unitCode", unitCode)
                .required("purpose", purpose)
                .required("partner", partner)
                .required("bankDataSet", bankDataSet)
                .required("partnerDataSet", partnerDataSet)
                .required("output", output)
                .when(
                        method != null && !method.tellsBoth() && output != null && output != PrivacyOutput.BANK_LEARNS,
                        "method",
                        "methodTellsOne")
                .when(
                        method != null && !method.tellsBoth() && suite != null && suite != CryptoSuite.P256_SHA256,
                        "suite",
                        "suiteOfMethod")
                .required("keepDays", keepDays)
                .between("keepDays", keepDays, 1, 3650)
                .required("reason", reason)
                .atMost("reason", reason, 2000);
    }
}
