package org.sluice.blacklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.PersonId;
import org.sluice.process.blacklist.BlacklistReason;

/**
 * What one case says about one supplier.
 *
 * @param number what people say: BLK-yyyy-nnnnn
 * @param reply null while the supplier has not answered, and when it never did
 * @param repeat whether it was listed before, not long ago; null until the duration was asked for
 * @param months how long it is barred; null until the duration was asked for
 * @param endsOn the last day; null unless it came into force
 * @param conditionsMet what the review ahead of the end found
 * @param closedFor a key of words: why it was not listed, or ended early
 */
record Entry(
        CaseId caseId,
        String number,
        UUID supplier,
        BlacklistState state,
        BlacklistReason reason,
        String severity,
        String evidence,
        @Nullable CaseId origin,
        PersonId proposedBy,
        Instant proposedAt,
        @Nullable String notice,
        @Nullable LocalDate noticedOn,
        @Nullable String reply,
        @Nullable LocalDate repliedOn,
        @Nullable Boolean repeat,
        @Nullable Integer months,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        @Nullable String review,
        @Nullable Boolean conditionsMet,
        @Nullable String closedFor) {

    /** @throws Conflict naming the present state */
    void mustBe(BlacklistState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new Conflict("blacklistState", number, state);
        }
    }

    /** Whether the whole bank is told of it: it is or was in force, and no appeal has undone it. */
    boolean isPublished() {
        return effectiveOn != null && state != BlacklistState.REVOKED;
    }

    String subject() {
        return "blacklist " + number;
    }
}
