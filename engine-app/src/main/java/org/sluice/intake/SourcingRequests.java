package org.sluice.intake;

import static org.sluice.shared.Details.details;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Money;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementState;
import org.sluice.shared.CaseFiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What procurement learns of the requirements that were handed over, and what it does to them. */
@Service
public class SourcingRequests {

    /**
     * A requirement with all that it carries.
     *
     * @param budget the sum that was approved
     */
    public record Wish(
            CaseId caseId,
            String number,
            RequirementState state,
            UnitCode unit,
            RequirementForm form,
            int jrLevel,
            boolean containsPersonalInfo,
            Money budget,
            PersonId createdBy) {

        private static Wish of(Requirement requirement) {
            return new Wish(
                    requirement.caseId(),
                    requirement.number(),
                    requirement.state(),
                    requirement.unit(),
                    requirement.form(),
                    requirement.jrLevel(),
                    requirement.containsPersonalInfo(),
                    requirement.budget(),
                    requirement.createdBy());
        }
    }

    private final Requirements requirements;
    private final RequirementStore store;
    private final CaseFiles files;

    SourcingRequests(Requirements requirements, RequirementStore store, CaseFiles files) {
        this.requirements = requirements;
        this.store = store;
        this.files = files;
    }

    /** @throws org.sluice.process.NotFound when the case is no requirement */
    @Transactional(readOnly = true)
    public Wish wish(CaseId caseId) {
        return Wish.of(store.get(caseId));
    }

    /** The requirement and all that it carries, each by itself, as it was sent. */
    @Transactional(readOnly = true)
    public List<Wish> served(CaseId caseId) {
        return store.served(caseId).stream().map(Wish::of).toList();
    }

    /**
     * The requirement, held until this transaction ends, if something may still be bought for it.
     *
     * @throws org.sluice.process.Conflict when it was taken back or has ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Wish hold(CaseId caseId) {
        files.lock(caseId);
        var requirement = store.get(caseId);
        requirement.mustBe(RequirementState.APPROVED, RequirementState.SOURCING);
        return Wish.of(requirement);
    }

    /**
     * Procurement has the request before it.
     *
     * @return false when it was taken back in the meantime
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeUp(CaseId caseId) {
        files.lock(caseId);
        if (!store.get(caseId).isHandedOver()) {
            return false;
        }
        store.sourcingTakenUp(caseId);
        return true;
    }

    /** It is being bought from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sourcing(CaseId caseId) {
        move(caseId, RequirementState.SOURCING);
    }

    /** It waits for a plan again, approved as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void backToApproved(CaseId caseId) {
        move(caseId, RequirementState.APPROVED);
    }

    /**
     * Ends it: what is still reserved for it is released, and unless it was fulfilled all that it carries begins anew.
     *
     * @param outcome message key below {@code outcome.}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(CaseId caseId, RequirementState state, String outcome, @Nullable String reason) {
        var requirement = store.get(caseId);
        if (requirement.isHandedOver()) {
            requirements.end(requirement, state, outcome, reason);
        }
        if (state == RequirementState.FULFILLED) {
            store.served(caseId).stream()
                    .filter(carried -> !carried.caseId().equals(caseId))
                    .forEach(carried -> requirements.publish(
                            "requirement.servedByHost", carried, null, details("requirementNo", requirement.number())));
        }
    }

    private void move(CaseId caseId, RequirementState state) {
        var requirement = store.get(caseId);
        requirement.mustBe(RequirementState.APPROVED, RequirementState.SOURCING);
        requirements.state(requirement, state);
    }
}
