package org.sluice.rules.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the public lists say about the supplier, and when they were looked at. */
public record PublicLists(
        @Nullable LocalDate checkedOn,
        @Nullable Boolean dishonestJudgmentDebtor,
        @Nullable Boolean majorTaxViolator,
        @Nullable Boolean govProcurementSevereBreach,
        @Nullable LocalDate banUntil,
        @Nullable Boolean abnormalOperation,
        @Nullable Boolean seriousIllegal,
        @Nullable Boolean domesticOrUnListHit,
        @Nullable Boolean foreignListHit) {}
