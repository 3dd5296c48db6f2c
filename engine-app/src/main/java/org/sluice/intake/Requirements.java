package org.sluice.intake;

import static org.sluice.process.intake.RequirementState.SUBMITTED;
import static org.sluice.process.intake.RequirementState.TRIAGED;
import static org.sluice.shared.Details.details;

import org.jspecify.annotations.Nullable;
import org.sluice.budget.Budget;
import org.sluice.process.CaseId;
import org.sluice.process.NotFound;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.intake.RequirementState;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The changes of state that every end of an intake has in common: state, case file, money and record go together. */
@Component
class Requirements {

    /** The step of an owner who confirmed a wish that has joined this one. */
    static final String JOINED_NEED = "confirmNeedOfJoined";

    private final RequirementStore store;
    private final OpenRequirements openOnes;
    private final CaseFiles files;
    private final Budget budget;
    private final IntakeStart start;
    private final ApplicationEventPublisher events;

    Requirements(
            RequirementStore store,
            OpenRequirements openOnes,
            CaseFiles files,
            Budget budget,
            IntakeStart start,
            ApplicationEventPublisher events) {
        this.store = store;
        this.openOnes = openOnes;
        this.files = files;
        this.budget = budget;
        this.start = start;
        this.events = events;
    }

    /** The requirement, held until this transaction ends, if it can still take a step. */
    Requirement open(CaseId caseId) {
        files.lock(caseId);
        var requirement = store.get(caseId);
        requirement.mustBe(SUBMITTED, TRIAGED);
        return requirement;
    }

    /** As {@link #open}, for a step that needs nothing of it. */
    void hold(CaseId caseId) {
        files.lock(caseId);
        var standing = store.standing(caseId).orElseThrow(() -> new NotFound("requirement", caseId.toString()));
        Requirement.mustBe(standing.number(), standing.state(), SUBMITTED, TRIAGED);
    }

    /**
     * May others still join it? Only before money is reserved and approvals are asked for: what joins later would be
     * bought without either.
     */
    boolean isJoinable(CaseId caseId) {
        return openOnes.isJoinable(caseId) && !budget.holds(caseId);
    }

    /**
     * The host carries it from now on, with its amount and all its needs. Who wished it is an initiator of the host as
     * well, and who confirmed it approves no more of the host than of it.
     *
     * @return the host as it is now
     */
    Requirement join(Requirement requirement, CaseId host) {
        store.merged(requirement.caseId(), host);
        files.inherit(host, CaseFiles.INITIATE, requirement.caseId(), CaseFiles.INITIATE);
        files.inherit(host, JOINED_NEED, requirement.caseId(), RequirementIntakeProcess.Task.CONFIRM_NEED);
        files.inherit(host, JOINED_NEED, requirement.caseId(), JOINED_NEED);
        var whole = store.get(host);
        files.amount(host, whole.budget());
        return whole;
    }

    /**
     * Ends the intake: whatever was reserved is released, and unless the wish was fulfilled or is carried on by another
     * one, all that joined it begins anew.
     *
     * @param outcome message key below {@code outcome.}
     */
    void end(Requirement requirement, RequirementState state, String outcome, @Nullable String reason) {
        store.state(requirement.caseId(), state, reason);
        files.close(requirement.caseId(), state.name(), outcome);
        budget.release(requirement.caseId());
        if (state != RequirementState.FULFILLED && state != RequirementState.MERGED) {
            store.joinedTo(requirement.caseId()).forEach(joined -> reopen(joined, requirement, outcome));
        }
    }

    /** Opens what had joined a wish that came to nothing; done again it changes nothing, since nothing is joined then. */
    private void reopen(CaseId joined, Requirement host, String outcome) {
        files.lock(joined);
        store.reopen(joined);
        files.reopen(joined, SUBMITTED.name());
        files.amount(host.caseId(), store.get(host.caseId()).budget());
        var requirement = store.get(joined);
        publish(
                "requirement.reopened",
                requirement,
                null,
                details("mergedInto", host.number(), "hostOutcome", outcome));
        publish("requirement.letGo", host, null, details("requirementNo", requirement.number()));
        start.start(joined);
    }

    /** A change of state that does not end the intake; the case's cover goes with it. */
    void state(Requirement requirement, RequirementState state) {
        store.state(requirement.caseId(), state, null);
        files.state(requirement.caseId(), state.name());
    }

    void publish(String action, Requirement requirement, @Nullable Actor actor, java.util.Map<String, Object> details) {
        events.publishEvent(new Auditable(action, requirement.caseId(), actor, requirement.subject(), details));
    }
}
