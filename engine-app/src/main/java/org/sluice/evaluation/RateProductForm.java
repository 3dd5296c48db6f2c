package org.sluice.evaluation;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.process.evaluation.NotApplicable;
import org.sluice.process.evaluation.RateProduct;
import org.sluice.process.evaluation.ScoreItem;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** One unit says what the product has done for it; the task's item is the rating. */
@Component
class RateProductForm implements TaskForm<RateProduct> {

    private final EvaluationStore store;
    private final ScoredItems items;
    private final Ratings ratings;
    private final Parameters parameters;
    private final EvaluationEvents events;

    RateProductForm(
            EvaluationStore store, ScoredItems items, Ratings ratings, Parameters parameters, EvaluationEvents events) {
        this.store = store;
        this.items = items;
        this.ratings = ratings;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return EvaluationCycleProcess.Task.RATE_PRODUCT;
    }

    @Override
    public Class<RateProduct> body() {
        return RateProduct.class;
    }

    @Override
    public RateProduct example(CaseId caseId) {
        return new RateProduct(4, "The campaign reached its planned conversion.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of();
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("evaluation.rating.due")));
    }

    @Override
    public TaskForm<RateProduct> about(String item) {
        return new OfUnit(UUID.fromString(item));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, RateProduct body) {
        throw new IllegalStateException("Task " + key() + " does not say which unit's rating it is");
    }

    private Flags give(Actor actor, CaseId caseId, UUID rating, RateProduct body) {
        var evaluation = store.get(caseId);
        evaluation.mustBe(Evaluation.State.OPEN);
        ratings.give(caseId, rating, Objects.requireNonNull(body.score()), body.comment(), actor.id());
        var unit = unit(caseId, rating);
        items.figure(caseId, evaluation.round(), ScoreItem.EFFECT, ratings.mean(caseId), NotApplicable.NO_RATING);
        events.publish(
                "evaluation.rated",
                evaluation,
                actor,
                details("unit", unit, "rating", body.score(), "comment", body.comment()));
        return Flags.of(EvaluationCycleProcess.ITEM_COUNT, (long)
                items.applying(caseId, evaluation.round()).size());
    }

    private LocalText unit(CaseId caseId, UUID rating) {
        return ratings.of(caseId).stream()
                .filter(each -> each.id().equals(rating))
                .findFirst()
                .orElseThrow()
                .unitName();
    }

    /** The form of one unit's rating. */
    private final class OfUnit implements TaskForm<RateProduct> {

        private final UUID rating;

        OfUnit(UUID rating) {
            this.rating = rating;
        }

        @Override
        public String key() {
            return RateProductForm.this.key();
        }

        @Override
        public Class<RateProduct> body() {
            return RateProductForm.this.body();
        }

        @Override
        public RateProduct example(CaseId caseId) {
            return RateProductForm.this.example(caseId);
        }

        @Override
        public Set<String> notSameEyesAs() {
            return RateProductForm.this.notSameEyesAs();
        }

        @Override
        public List<Term> terms(CaseId caseId, Instant asked) {
            return RateProductForm.this.terms(caseId, asked);
        }

        @Override
        public LocalText subject(CaseId caseId) {
            return unit(caseId, rating);
        }

        @Override
        public Flags apply(Actor actor, CaseId caseId, RateProduct body) {
            return give(actor, caseId, rating, body);
        }
    }
}
