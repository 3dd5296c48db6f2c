package org.sluice.rules.facts;

import org.jspecify.annotations.Nullable;
import org.sluice.process.intake.DecisionImpact;

/** What the bank will do with the data. */
public record IntendedUse(
        @Nullable Boolean automatedDecision,
        @Nullable DecisionImpact decisionImpact,
        @Nullable Boolean reviewPath) {}
