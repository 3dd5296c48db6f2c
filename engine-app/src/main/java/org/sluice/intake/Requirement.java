package org.sluice.intake;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Money;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementState;

/** A wish for data as it stands now. */
record Requirement(
        CaseId caseId,
        String number,
        RequirementState state,
        UnitCode unit,
        RequirementForm form,
        int jrLevel,
        Money budget,
        @Nullable Boolean inHouseFeasible,
        @Nullable String route,
        @Nullable String feasibilityNote,
        PersonId createdBy) {

    /**
     * The guard of every verb: a requirement that was withdrawn or closed in the meantime takes no further step.
     *
     * @throws Conflict naming the present state
     */
    void mustBe(RequirementState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new Conflict("requirementState", number, state);
        }
    }

    boolean isOpen() {
        return state == RequirementState.SUBMITTED || state == RequirementState.TRIAGED;
    }

    String subject() {
        return "requirement " + number;
    }
}
