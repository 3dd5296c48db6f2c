package org.sluice.intake;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.intake.GiveOpinion;
import org.sluice.process.intake.Opinion;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** A reviewer whom the triage names advises; the feasibility note decides. */
@Component
class GiveOpinionForm implements TaskForm<GiveOpinion> {

    private final Requirements requirements;
    private final ReviewSteps steps;
    private final Deadlines deadlines;

    GiveOpinionForm(Requirements requirements, ReviewSteps steps, Deadlines deadlines) {
        this.requirements = requirements;
        this.steps = steps;
        this.deadlines = deadlines;
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
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.onTheWay(caseId, "intake.opinion.due", asked);
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
