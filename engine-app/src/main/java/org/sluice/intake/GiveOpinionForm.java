package org.sluice.intake;

import static org.sluice.intake.Requirements.details;

import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.intake.GiveOpinion;
import org.sluice.process.intake.Opinion;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.springframework.stereotype.Component;

/** A reviewer whom the triage names advises; the feasibility note decides. */
@Component
class GiveOpinionForm implements TaskForm<GiveOpinion> {

    private final Requirements requirements;
    private final ReviewSteps steps;

    GiveOpinionForm(Requirements requirements, ReviewSteps steps) {
        this.requirements = requirements;
        this.steps = steps;
    }

    @Override
    public String key() {
        return RequirementIntakeProcess.Task.GIVE_OPINION;
    }

    @Override
    public Class<GiveOpinion> body() {
        return GiveOpinion.class;
    }

    @Override
    public GiveOpinion example(CaseId caseId) {
        return new GiveOpinion(Opinion.SUPPORT, "No objection from our side.");
    }

    /** Several people are asked with this key: nobody speaks twice, and nobody about the own wish. */
    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, key());
    }

    @Override
    public int workingDays(CaseId caseId) {
        return steps.workingDays(caseId, ReviewSteps.Round.OPINION);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, GiveOpinion body) {
        var requirement = requirements.open(caseId);
        var step = steps.answer(
                caseId, ReviewSteps.Round.OPINION, actor.id(), false, String.valueOf(body.opinion()), body.comment());
        requirements.publish(
                "requirement.opinionGiven",
                requirement,
                actor,
                details("role", step.role(), "opinion", body.opinion(), "comment", body.comment()));
        return Flags.NONE;
    }
}
