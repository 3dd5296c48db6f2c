package org.sluice.exit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.PersonId;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.exit.ExitTrigger;

/**
 * A product that leaves use.
 *
 * @param origin the evaluation or entry that asked for it
 * @param productStateBefore what the product goes back to when nothing comes of the exit
 * @param openedBy null: the house, since something had happened
 * @param blockedAt null while use goes on
 */
record Exit(
        CaseId caseId,
        String number,
        UUID product,
        ExitTrigger trigger,
        String reason,
        @Nullable CaseId origin,
        ExitState state,
        String productStateBefore,
        @Nullable PersonId openedBy,
        Instant openedAt,
        @Nullable Assessment assessment,
        @Nullable Urgency urgency,
        @Nullable Instant blockedAt,
        @Nullable UUID replacement,
        @Nullable String replacementReasons,
        @Nullable LocalDate bridgeUntil,
        @Nullable String bridgeReasons,
        @Nullable Comparison comparison,
        @Nullable Instant useEndedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    /** What the urgency was asked with. */
    record Assessment(
            IncidentLevel incidentLevel,
            boolean sourceLawful,
            boolean critical,
            boolean replacementReady,
            @Nullable String comment) {}

    /**
     * What the table said.
     *
     * @param code of the table exitUrgency
     * @param degradeMode whether a use that was blocked at once may go on, degraded
     * @param blockAt by when use is blocked
     */
    record Urgency(String code, int blockHours, int parallelRunDays, boolean degradeMode, Instant blockAt) {

        private static final String IMMEDIATE = "IMMEDIATE";

        /** Blocked before anybody has signed. */
        boolean isImmediate() {
            return code.equals(IMMEDIATE) || blockHours == 0;
        }

        /** Signatures are waited for in hours, not in days. */
        boolean isSignedInHours() {
            return code.equals(IMMEDIATE);
        }

        /** Where use was stopped because of the law, nobody lets it go on. */
        boolean mayBridge() {
            return degradeMode || !code.equals(IMMEDIATE);
        }
    }

    /** @param ksLoss null where no model uses the product */
    record Comparison(
            boolean fits,
            BigDecimal hitRateGap,
            BigDecimal valueAgreement,
            @Nullable BigDecimal ksLoss,
            @Nullable String comment) {}

    /** @throws Conflict naming the present state */
    void mustBe(ExitState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new Conflict("exitState", number, state);
        }
    }

    boolean isBlocked() {
        return blockedAt != null;
    }

    /** @throws IllegalStateException before the table was asked */
    Urgency decided() {
        if (urgency == null) {
            throw new IllegalStateException("The urgency of exit " + number + " is not known yet");
        }
        return urgency;
    }

    /** @throws IllegalStateException before it was assessed */
    Assessment assessed() {
        if (assessment == null) {
            throw new IllegalStateException("Exit " + number + " is not assessed yet");
        }
        return assessment;
    }

    String subject() {
        return "exit " + number;
    }
}
