package org.sluice.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.PersonId;
import org.sluice.process.evaluation.RenewalOutcome;

/**
 * One evaluation of one product.
 *
 * @param number what people say: EVA-yyyy-nnnnn
 * @param round 2 after an objection was upheld
 * @param veto what decides alone; a message key below {@code veto.}
 * @param score points of a hundred of the items that apply; null before they are scored
 * @param weight of the items that apply
 * @param grade null before it is graded, and where the figures are too few
 * @param proposed what the table of renewal says
 */
record Evaluation(
        CaseId caseId,
        String number,
        UUID product,
        UUID supplier,
        Trigger trigger,
        State state,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int round,
        @Nullable String previousGrade,
        @Nullable String veto,
        @Nullable BigDecimal score,
        @Nullable Integer weight,
        @Nullable String grade,
        @Nullable String sharePolicy,
        @Nullable String inspection,
        @Nullable RenewalOutcome proposed,
        boolean proposedReview,
        int noticeDays,
        @Nullable RenewalOutcome decided,
        boolean decidedReview,
        @Nullable String reasons,
        @Nullable PersonId decidedBy,
        Instant openedAt,
        @Nullable Instant endedAt) {

    enum State {
        OPEN,
        SCORED,
        OBJECTED,
        CONFIRMED,
        /** The product left use in another way. */
        STOPPED
    }

    /** Why it was started. */
    enum Trigger {
        LONG_AGO,
        CONTRACT_ENDING,
        BY_HAND
    }

    /** @throws Conflict naming the present state, also when it has ended */
    void mustBe(State... allowed) {
        if (endedAt != null || !Arrays.asList(allowed).contains(state)) {
            throw new Conflict("evaluationState", number, state);
        }
    }

    boolean isOver() {
        return endedAt != null;
    }

    String subject() {
        return "evaluation " + number;
    }
}
