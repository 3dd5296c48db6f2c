package org.sluice.process.access;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;
import org.sluice.process.intake.LegalBasis;

/**
 * The request to use a listed product (domain section 2.5). Fields may be null while a person types; {@link #check} tells
 * what is missing. Level, personal information, line and legal person are not asked: the house knows them.
 *
 * @param unitCode the unit that will use it
 * @param callingSystem by the name that the platform knows
 * @param legalBasis required when a requested field is personal information (PIPL art. 13)
 * @param fields names of those that are needed, and of no other
 * @param validTo at most twelve months ahead; a decision may shorten it
 * @param retentionDays required when results are stored
 * @param resultsEncrypted required when results are stored
 * @param downstreamSharing results go on to other systems
 * @param costCentre code of the budget line that bears the calls
 * @param modelUse a model is trained or run on it
 * @param optOutOffered required for marketing: whoever is addressed can refuse (PIPL art. 24)
 */
public record UsageForm(
        @Nullable String productCode,
        @Nullable String unitCode,
        @Nullable String scenarioCode,
        @Nullable String callingSystem,
        @Nullable Purpose purpose,
        @Nullable LegalBasis legalBasis,
        @Nullable ConsentProof consentProof,
        List<String> fields,
        @Nullable Long callsPerDay,
        @Nullable Integer peakTps,
        @Nullable LocalDate validTo,
        @Nullable Boolean storeResults,
        @Nullable Integer retentionDays,
        @Nullable Boolean resultsEncrypted,
        @Nullable Boolean downstreamSharing,
        @Nullable String costCentre,
        @Nullable Boolean modelUse,
        @Nullable Boolean optOutOffered)
        implements Body {

    @SuppressWarnings("NullAway") // JSON may leave a list out; inside it is never null
    public UsageForm {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    @Override
    public void check(Problems problems) {
        problems.required("productCode", productCode)
                .required("unitCode", unitCode)
                .required("scenarioCode", scenarioCode)
                .required("callingSystem", callingSystem)
                .atMost("callingSystem", callingSystem, 60)
                .required("purpose", purpose)
                .required("consentProof", consentProof)
                .required("fields", fields)
                .when(new HashSet<>(fields).size() < fields.size(), "fields", "namedTwice")
                .required("callsPerDay", callsPerDay)
                .between("callsPerDay", callsPerDay, 1, 1_000_000_000L)
                .between("peakTps", peakTps, 1, 1_000_000)
                .required("validTo", validTo)
                .required("storeResults", storeResults)
                .between("retentionDays", retentionDays, 0, 36_500)
                .required("downstreamSharing", downstreamSharing)
                .required("costCentre", costCentre)
                .required("modelUse", modelUse)
                .when(Boolean.TRUE.equals(storeResults) && retentionDays == null, "retentionDays", "required")
                .when(Boolean.TRUE.equals(storeResults) && resultsEncrypted == null, "resultsEncrypted", "required")
                .when(purpose == Purpose.MARKETING && optOutOffered == null, "optOutOffered", "required");
    }
}
