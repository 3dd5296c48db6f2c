package org.sluice.intake;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.intake.ConfirmNeed;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.intake.RequirementState;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** The owner of the unit confirms the need or declines it; nobody confirms the own wish. */
@Component
class ConfirmNeedForm implements TaskForm<ConfirmNeed> {

    private final Requirements requirements;
    private final RequirementStore store;
    private final Deadlines deadlines;

    ConfirmNeedForm(Requirements requirements, RequirementStore store, Deadlines deadlines) {
        this.requirements = requirements;
        this.store = store;
        this.deadlines = deadlines;
    }

    @Override
    public String key() {
        return RequirementIntakeProcess.Task.CONFIRM_NEED;
    }

    @Override
    public Class<ConfirmNeed> body() {
        return ConfirmNeed.class;
    }

    @Override
    public ConfirmNeed example(CaseId caseId) {
        return new ConfirmNeed(true, false, "The need is real and in our plan.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.own("intake.owner.due", asked);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ConfirmNeed body) {
        var requirement = requirements.open(caseId);
        var confirmed = Boolean.TRUE.equals(body.confirmed());
        if (confirmed) {
            store.inHouseFeasible(caseId, Boolean.TRUE.equals(body.inHouseFeasible()));
            requirements.publish(
                    "requirement.confirmed",
                    requirement,
                    actor,
                    details("inHouseFeasible", body.inHouseFeasible(), "comment", body.comment()));
        } else {
            requirements.end(requirement, RequirementState.REJECTED, "declinedByOwner", body.comment());
            requirements.publish("requirement.declined", requirement, actor, details("comment", body.comment()));
        }
        return Flags.of(RequirementIntakeProcess.CONFIRMED, confirmed);
    }
}
