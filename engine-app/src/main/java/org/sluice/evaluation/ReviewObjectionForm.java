package org.sluice.evaluation;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.process.evaluation.FigureCorrection;
import org.sluice.process.evaluation.ItemFinding;
import org.sluice.process.evaluation.ReviewObjection;
import org.sluice.process.evaluation.ScoreItem;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** Somebody who neither started the evaluation nor took the objection in looks at what the supplier says. */
@Component
class ReviewObjectionForm implements TaskForm<ReviewObjection> {

    private final EvaluationStore store;
    private final ScoredItems items;
    private final Objections objections;
    private final CaseFiles files;
    private final Parameters parameters;
    private final EvaluationEvents events;

    ReviewObjectionForm(
            EvaluationStore store,
            ScoredItems items,
            Objections objections,
            CaseFiles files,
            Parameters parameters,
            EvaluationEvents events) {
        this.store = store;
        this.items = items;
        this.objections = objections;
        this.files = files;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return EvaluationCycleProcess.Task.REVIEW_OBJECTION;
    }

    @Override
    public Class<ReviewObjection> body() {
        return ReviewObjection.class;
    }

    @Override
    public ReviewObjection example(CaseId caseId) {
        return new ReviewObjection(false, List.of(), "The bank's own logs confirm the figures.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(
                CaseFiles.INITIATE,
                EvaluationCycleProcess.Task.RATE_PRODUCT,
                EvaluationCycleProcess.Task.RECORD_OBJECTION);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("evaluation.review.due")));
    }

    /** The items that were scored; only their figures can be wrong. */
    @Override
    public List<Choice> choices(CaseId caseId) {
        return items.applying(caseId, store.get(caseId).round()).stream()
                .map(item -> new Choice("item", item.item().name(), label(item), false))
                .toList();
    }

    private static LocalText label(ScoredItem item) {
        var name = EvaluationTexts.of("item." + item.item());
        var shown = EvaluationTexts.of(item);
        return new LocalText(name.zh() + "：" + shown.zh(), name.en() + ": " + shown.en());
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ReviewObjection body) {
        var evaluation = store.get(caseId);
        evaluation.mustBe(Evaluation.State.OBJECTED);
        var scored = items.of(caseId, evaluation.round());
        check(body, scored);
        objections.review(caseId, body, actor.id());
        var upheld = Boolean.TRUE.equals(body.upheld());
        if (upheld) {
            store.secondRound(caseId);
            items.keep(
                    caseId,
                    evaluation.round() + 1,
                    scored.stream().map(item -> corrected(item, body)).toList());
            correctVeto(evaluation, body);
            files.state(caseId, Evaluation.State.OPEN.name());
        }
        events.publish(
                upheld ? "evaluation.objectionUpheld" : "evaluation.objectionRejected",
                evaluation,
                actor,
                details("figuresCorrected", upheld ? body.corrections().size() : null, "comment", body.comment()));
        return Flags.of(EvaluationCycleProcess.UPHELD, upheld);
    }

    private static void check(ReviewObjection body, List<ScoredItem> scored) {
        var problems = new Problems();
        var applying = new ArrayList<ScoreItem>();
        scored.stream().filter(ScoredItem::applies).map(ScoredItem::item).forEach(applying::add);
        for (int i = 0; i < body.corrections().size(); i++) {
            var item = body.corrections().get(i).item();
            problems.when(item != null && !applying.contains(item), "corrections[" + i + "].item", "itemNotScored");
        }
        problems.orThrow();
    }

    private static ScoredItem corrected(ScoredItem item, ReviewObjection body) {
        var right = correction(item.item(), body);
        return right == null
                ? new ScoredItem(
                        item.item(), item.figure(), item.finding(), item.notApplicable(), item.corrected(), null, null)
                : new ScoredItem(
                        item.item(),
                        right.figure(),
                        right.finding() == null ? ItemFinding.MEASURED : right.finding(),
                        null,
                        true,
                        null,
                        null);
    }

    private static @Nullable FigureCorrection correction(ScoreItem item, ReviewObjection body) {
        return body.corrections().stream()
                .filter(each -> each.item() == item)
                .findFirst()
                .orElse(null);
    }

    /** An incident that was not the supplier's, or not as grave, decides nothing any more; conduct still does. */
    private void correctVeto(Evaluation evaluation, ReviewObjection body) {
        var right = correction(ScoreItem.DATA_INCIDENTS, body);
        if (right == null) {
            return;
        }
        var larger = right.finding() == ItemFinding.LARGER_INCIDENT;
        if (!larger && Vetoes.DATA_INCIDENT.equals(evaluation.veto())) {
            store.veto(evaluation.caseId(), null);
        } else if (larger && evaluation.veto() == null) {
            store.veto(evaluation.caseId(), Vetoes.DATA_INCIDENT);
        }
    }
}
