package org.sluice.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.process.access.Purpose;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOutput;

/**
 * What the house knows of a privacy job.
 *
 * @param job under which both parties keep results and receipts
 * @param step what both parties are ordered to do now, or were last
 * @param ending its state once all is purged
 * @param receiptsAgree null before both sides have reported a run
 */
record PrivacyJob(
        CaseId caseId,
        String number,
        UUID job,
        PrivacyJobState state,
        UnitCode unit,
        LocalText unitName,
        Purpose purpose,
        Side bank,
        Side partner,
        PrivacyOutput output,
        @Nullable PrivacyMethod forcedMethod,
        @Nullable CryptoSuite forcedSuite,
        @Nullable Choice choice,
        int keepDays,
        String reason,
        @Nullable UUID step,
        @Nullable PrivacyJobState ending,
        @Nullable Boolean receiptsAgree,
        @Nullable LocalText trouble,
        @Nullable Instant purgeAt,
        PersonId createdBy,
        Instant requestedAt,
        @Nullable Instant endedAt) {

    /** @param rows as its worker said when the job was asked for */
    record Side(String party, LocalText name, String dataSet, long rows) {

        /** Without its version. */
        String dataSetName() {
            return dataSet.replaceFirst("@.*", "");
        }
    }

    record Choice(PrivacyMethod method, CryptoSuite suite) {}

    /** @throws Conflict when it stands elsewhere */
    void mustBe(PrivacyJobState wanted) {
        if (state != wanted) {
            throw new Conflict("privacyJobState", number, state);
        }
    }

    String subject() {
        return "privacyJob " + number;
    }
}
