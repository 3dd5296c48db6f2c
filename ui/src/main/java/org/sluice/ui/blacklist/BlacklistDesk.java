package org.sluice.ui.blacklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.blacklist.BlacklistReason;
import org.sluice.process.blacklist.BlacklistSeverity;
import org.sluice.process.blacklist.EndSuspension;
import org.sluice.process.blacklist.ProposeBlacklisting;
import org.sluice.process.blacklist.ProposeLifting;
import org.sluice.process.blacklist.SuspendSupplier;

/** What a supplier's page needs of the blacklist. Every call works for the person who is signed in. */
public interface BlacklistDesk {

    /**
     * One entry about a supplier; what is held against it stands in its case.
     *
     * @param mayOpenCase whether the person may read the case; the whole bank reads that somebody is listed
     * @param endsOn the last day; null unless it came into force
     * @param permanent whether its end is only the end of its hundred years
     * @param suspendedUntil while its case is open and the supplier suspended
     * @param maySuspend whether the person may suspend the supplier now; the others alike
     */
    record Line(
            CaseId caseId,
            boolean mayOpenCase,
            String number,
            String state,
            BlacklistReason reason,
            BlacklistSeverity severity,
            Instant proposedAt,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            boolean permanent,
            @Nullable LocalDate suspendedUntil,
            boolean maySuspend,
            boolean mayEndSuspension,
            boolean mayProposeLifting) {}

    /** @param mayPropose whether the person may propose the supplier now */
    record OfSupplier(List<Line> entries, boolean mayPropose) {}

    /** The newest first. */
    OfSupplier ofSupplier(String code);

    /** @return the case that was opened */
    CaseId propose(String code, ProposeBlacklisting body);

    void suspend(CaseId caseId, SuspendSupplier body);

    void endSuspension(CaseId caseId, EndSuspension body);

    void proposeLifting(CaseId caseId, ProposeLifting body);
}
