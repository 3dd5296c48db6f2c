package org.sluice.evaluation;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.evaluation.CheckRectification;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** Somebody who did not order the rectification looks at what was done; what failed leaves use. */
@Component
class CheckRectificationForm implements TaskForm<CheckRectification> {

    private final EvaluationStore store;
    private final Rectifications rectifications;
    private final BlacklistReviews reviews;
    private final Parameters parameters;
    private final EvaluationEvents events;

    CheckRectificationForm(
            EvaluationStore store,
            Rectifications rectifications,
            BlacklistReviews reviews,
            Parameters parameters,
            EvaluationEvents events) {
        this.store = store;
        this.rectifications = rectifications;
        this.reviews = reviews;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return EvaluationCycleProcess.Task.CHECK_RECTIFICATION;
    }

    @Override
    public Class<CheckRectification> body() {
        return CheckRectification.class;
    }

    @Override
    public CheckRectification example(CaseId caseId) {
        return new CheckRectification(true, "The last month's readings are as the contract promises.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, EvaluationCycleProcess.Task.DECIDE_RENEWAL);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(
                Term.firstWorkingDayFrom(rectifications.of(caseId).orElseThrow().dueOn()));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, CheckRectification body) {
        var evaluation = store.get(caseId);
        evaluation.mustBe(Evaluation.State.CONFIRMED, Evaluation.State.OPEN);
        var verified = Boolean.TRUE.equals(body.verified());
        rectifications.check(caseId, verified, body.finding(), actor.id());
        events.publish(
                verified ? "evaluation.rectificationVerified" : "evaluation.rectificationFailed",
                evaluation,
                actor,
                details("comment", body.finding()));
        if (!verified
                && rectifications.failedBy(evaluation.supplier())
                        >= parameters.whole("evaluation.rectification.failures")) {
            reviews.propose(actor, evaluation);
        }
        return Flags.of(EvaluationCycleProcess.VERIFIED, verified);
    }
}
