package org.sluice.procurement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;

/**
 * What is bought for a requirement that was handed over.
 *
 * @param number what people say: PUR-yyyy-nnnnn
 * @param note why it is to be planned again, a message key below {@code note.}
 * @param method of the table of methods, once it is known
 * @param admittedUntil the supplier's admission that was still valid, where none was made for this purchase
 * @param supervisorReport the approvals ask for a report to the supervisor before signature
 */
record Purchase(
        CaseId caseId,
        String number,
        State state,
        @Nullable String note,
        @Nullable String method,
        int minQuotes,
        @Nullable String reasonDocument,
        int round,
        @Nullable String offerReasons,
        @Nullable LocalDate admittedUntil,
        boolean supervisorReport,
        Instant openedAt) {

    enum State {
        /** Being bought, until the contract is signed. */
        OPEN,
        /** Another purchase serves it. */
        JOINED,
        CONTRACTED,
        LISTED,
        /** It came to nothing. */
        ENDED
    }

    /** @throws Conflict naming the present state */
    void mustBe(State... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new Conflict("purchaseState", number, state);
        }
    }

    boolean isUnsigned() {
        return state == State.OPEN || state == State.JOINED;
    }

    /** How many suppliers must have made an offer before one is chosen; also the freest method needs one. */
    int quotesWanted() {
        return Math.max(1, minQuotes);
    }

    String subject() {
        return "purchase " + number;
    }
}
