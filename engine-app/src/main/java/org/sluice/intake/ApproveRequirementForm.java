package org.sluice.intake;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.intake.ApproveRequirement;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.intake.RequirementState;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/**
 * One rung of the approvals. Each rung is another person: who holds two roles takes one of them, and neither whoever
 * wished nor the owner who confirmed approves further up, also of what has joined.
 */
@Component
class ApproveRequirementForm implements TaskForm<ApproveRequirement> {

    private final Requirements requirements;
    private final ReviewSteps steps;
    private final Deadlines deadlines;

    ApproveRequirementForm(Requirements requirements, ReviewSteps steps, Deadlines deadlines) {
        this.requirements = requirements;
        this.steps = steps;
        this.deadlines = deadlines;
    }

    @Override
    public String key() {
        return RequirementIntakeProcess.Task.APPROVE_REQUIREMENT;
    }

    @Override
    public Class<ApproveRequirement> body() {
        return ApproveRequirement.class;
    }

    @Override
    public ApproveRequirement example(CaseId caseId) {
        return new ApproveRequirement(true, "Approved.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, RequirementIntakeProcess.Task.CONFIRM_NEED, Requirements.JOINED_NEED, key());
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.whole(caseId, Deadlines.ClockName.APPROVAL);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ApproveRequirement body) {
        var requirement = requirements.open(caseId);
        var approved = Boolean.TRUE.equals(body.approved());
        var step = steps.answer(
                caseId,
                ReviewSteps.Round.REQUIREMENT,
                actor.id(),
                !approved,
                approved ? "APPROVED" : "REFUSED",
                body.comment());
        if (!approved) {
            requirements.end(requirement, RequirementState.REJECTED, "refusedByApprover", body.comment());
        }
        requirements.publish(
                approved ? "requirement.approved" : "requirement.refused",
                requirement,
                actor,
                details("role", step.role(), "comment", body.comment()));
        return Flags.of(RequirementIntakeProcess.APPROVED, approved);
    }
}
