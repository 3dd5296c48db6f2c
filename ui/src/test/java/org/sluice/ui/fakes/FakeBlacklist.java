package org.sluice.ui.fakes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sluice.process.Body;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.blacklist.BlacklistReason;
import org.sluice.process.blacklist.BlacklistSeverity;
import org.sluice.process.blacklist.EndSuspension;
import org.sluice.process.blacklist.ProposeBlacklisting;
import org.sluice.process.blacklist.ProposeLifting;
import org.sluice.process.blacklist.SuspendSupplier;
import org.sluice.ui.blacklist.BlacklistDesk;

/** A blacklist whose entries a test sets, and which keeps what it was asked. */
public final class FakeBlacklist implements BlacklistDesk {

    public static final CaseId CASE = CaseId.of("6f0a2a52-52ff-4f7f-a9d4-1d2f6d3f1b10");

    public final List<Line> entries = new ArrayList<>();
    public final List<Body> asked = new ArrayList<>();
    public boolean mayPropose = true;
    public boolean refuses;

    public static Line line(String state, boolean may) {
        var inForce = state.equals("EFFECTIVE");
        return new Line(
                CASE,
                true,
                "BLK-2026-00007",
                state,
                BlacklistReason.NO_DELETION,
                BlacklistSeverity.ORDINARY,
                Instant.parse("2026-11-02T02:00:00Z"),
                inForce ? LocalDate.parse("2026-11-20") : null,
                inForce ? LocalDate.parse("2028-11-20") : null,
                false,
                null,
                may && !inForce,
                false,
                may && inForce);
    }

    @Override
    public OfSupplier ofSupplier(String code) {
        return new OfSupplier(List.copyOf(entries), mayPropose);
    }

    @Override
    public CaseId propose(String code, ProposeBlacklisting body) {
        keep(body);
        return CASE;
    }

    @Override
    public void suspend(CaseId caseId, SuspendSupplier body) {
        keep(body);
    }

    @Override
    public void endSuspension(CaseId caseId, EndSuspension body) {
        keep(body);
    }

    @Override
    public void proposeLifting(CaseId caseId, ProposeLifting body) {
        keep(body);
    }

    private void keep(Body body) {
        if (refuses) {
            throw new Conflict("suspendedAlready");
        }
        asked.add(body);
    }
}
