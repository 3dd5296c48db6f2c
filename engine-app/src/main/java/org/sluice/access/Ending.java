package org.sluice.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.access.StopReason;
import org.sluice.shared.Actor;

/**
 * Why a use stops, for a while or for good, or goes on.
 *
 * @param actor null when the house itself acts
 * @param caseId the case that decided so, if one did; its thread shows it
 * @param comment what somebody wrote
 */
public record Ending(
        @Nullable Actor actor,
        @Nullable CaseId caseId,
        StopReason reason,
        @Nullable String comment) {

    /** A case of the house decided so. */
    public static Ending by(CaseId caseId, StopReason reason) {
        return new Ending(null, caseId, reason, null);
    }

    @Nullable
    UUID person() {
        return actor == null ? null : actor.id().value();
    }

    @Nullable
    UUID forCase() {
        return caseId == null ? null : caseId.value();
    }
}
