package org.sluice.rules.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the supplier has behaved: penalties, incidents, investigations, earlier refusals by the bank. */
public record Conduct(
        @Nullable Integer majorIllegalCount36m,
        @Nullable Integer adminPenaltyCount24m,
        @Nullable Boolean dataPenalty24m,
        @Nullable EventLevel worstIncident24m,
        @Nullable EventLevel worstIncident36m,
        @Nullable Boolean underCriminalInvestigation,
        @Nullable Boolean rejectedBefore,
        @Nullable LocalDate lastRejectedOn,
        @Nullable Boolean newFacts) {}
