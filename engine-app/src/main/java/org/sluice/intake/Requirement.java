package org.sluice.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Money;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.process.intake.Feasibility;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementState;

/**
 * A wish for data as it stands now, together with the wishes that have joined it.
 *
 * @param form what is needed in all, its own and what it carries
 * @param jrLevel the highest level of all of it
 * @param containsPersonalInfo true when any of it does
 * @param budget the sum of all amounts; every wish keeps its own, so that none is lost or counted twice
 * @param mergedInto number of the requirement that carries it
 * @param carried what it carries, also what came along with those, by number
 */
record Requirement(
        CaseId caseId,
        String number,
        RequirementState state,
        UnitCode unit,
        RequirementForm form,
        int jrLevel,
        boolean containsPersonalInfo,
        Money budget,
        @Nullable Boolean inHouseFeasible,
        @Nullable String route,
        @Nullable Feasibility feasibility,
        @Nullable String feasibilityNote,
        @Nullable String mergedInto,
        List<Joined> carried,
        PersonId createdBy) {

    /** A wish that is carried by another one, with its own amount. */
    record Joined(String number, Money budget) {}

    /** This one with others taken in. */
    Requirement carrying(List<Requirement> others) {
        var whole = form;
        var level = jrLevel;
        var personal = containsPersonalInfo;
        var sum = budget;
        var all = new ArrayList<Joined>();
        for (var other : others) {
            whole = JointForm.of(whole, other.form);
            level = Math.max(level, other.jrLevel);
            personal |= other.containsPersonalInfo;
            sum = sum.plus(other.budget);
            all.add(new Joined(other.number, other.budget));
        }
        return new Requirement(
                caseId,
                number,
                state,
                unit,
                whole,
                level,
                personal,
                sum,
                inHouseFeasible,
                route,
                feasibility,
                feasibilityNote,
                mergedInto,
                List.copyOf(all),
                createdBy);
    }

    /**
     * The guard of every verb: a requirement that was withdrawn or closed in the meantime takes no further step.
     *
     * @throws Conflict naming the present state
     */
    void mustBe(RequirementState... allowed) {
        mustBe(number, state, allowed);
    }

    static void mustBe(String number, RequirementState state, RequirementState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new Conflict("requirementState", number, state);
        }
    }

    boolean isOpen() {
        return state == RequirementState.SUBMITTED || state == RequirementState.TRIAGED;
    }

    /** Approved, and with procurement. */
    boolean isHandedOver() {
        return state == RequirementState.APPROVED || state == RequirementState.SOURCING;
    }

    String subject() {
        return "requirement " + number;
    }
}
