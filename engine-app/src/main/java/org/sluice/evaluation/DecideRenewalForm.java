package org.sluice.evaluation;

import static org.sluice.shared.Details.details;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sluice.process.CaseId;
import org.sluice.process.Problems;
import org.sluice.process.evaluation.DecideRenewal;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.process.evaluation.RenewalOutcome;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.sluice.shared.TimerDates;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** The head of data management confirms what the table proposes, or decides otherwise and says why. */
@Component
class DecideRenewalForm implements TaskForm<DecideRenewal> {

    private final EvaluationStore store;
    private final Rectifications rectifications;
    private final BlacklistReviews reviews;
    private final TimerDates timers;
    private final Parameters parameters;
    private final Clock clock;
    private final EvaluationEvents events;

    DecideRenewalForm(
            EvaluationStore store,
            Rectifications rectifications,
            BlacklistReviews reviews,
            TimerDates timers,
            Parameters parameters,
            Clock clock,
            EvaluationEvents events) {
        this.store = store;
        this.rectifications = rectifications;
        this.reviews = reviews;
        this.timers = timers;
        this.parameters = parameters;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public String key() {
        return EvaluationCycleProcess.Task.DECIDE_RENEWAL;
    }

    @Override
    public Class<DecideRenewal> body() {
        return DecideRenewal.class;
    }

    @Override
    public DecideRenewal example(CaseId caseId) {
        var evaluation = store.get(caseId);
        var proposed = Objects.requireNonNullElse(evaluation.proposed(), RenewalOutcome.EVALUATE_FIRST);
        var rectify = proposed.way() == RenewalOutcome.Way.RECTIFY;
        return new DecideRenewal(
                proposed,
                evaluation.proposedReview(),
                rectify ? "Bring hit rate and availability back to what the contract promises." : null,
                rectify ? today().plusDays(30) : null,
                null);
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(
                CaseFiles.INITIATE,
                EvaluationCycleProcess.Task.RATE_PRODUCT,
                EvaluationCycleProcess.Task.RECORD_OBJECTION,
                EvaluationCycleProcess.Task.REVIEW_OBJECTION);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("evaluation.renewal.due")));
    }

    /** All outcomes; the table's stands first. */
    @Override
    public List<Choice> choices(CaseId caseId) {
        var evaluation = store.get(caseId);
        return Stream.concat(
                        Stream.of(RenewalOutcome.values())
                                .map(outcome -> new Choice(
                                        "outcome",
                                        outcome.name(),
                                        EvaluationTexts.of("outcome." + outcome),
                                        outcome == evaluation.proposed())),
                        Stream.of(true, false)
                                .map(review -> new Choice(
                                        "blacklistReview",
                                        review.toString(),
                                        EvaluationTexts.of(review ? "yes" : "no"),
                                        review == evaluation.proposedReview())))
                .toList();
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, DecideRenewal body) {
        var evaluation = store.get(caseId);
        evaluation.mustBe(Evaluation.State.CONFIRMED, Evaluation.State.OPEN);
        var outcome = Objects.requireNonNull(body.outcome());
        check(evaluation, body);
        store.decided(caseId, body, actor.id());
        var flags = Flags.of(EvaluationCycleProcess.EXIT_ORDERED, outcome.way() == RenewalOutcome.Way.EXIT)
                .and(EvaluationCycleProcess.RECTIFICATION_ORDERED, outcome.way() == RenewalOutcome.Way.RECTIFY)
                .and(EvaluationCycleProcess.EVALUATE_LATER, outcome.way() == RenewalOutcome.Way.LATER);
        if (outcome.way() == RenewalOutcome.Way.RECTIFY) {
            var dueOn = Objects.requireNonNull(body.rectifyBy());
            rectifications.order(caseId, Objects.requireNonNull(body.demand()), dueOn, actor.id());
            flags = flags.and(
                    EvaluationCycleProcess.RECTIFICATION_DUE_AT,
                    timers.set(caseId, EvaluationCycleProcess.RECTIFICATION_DUE_AT, Term.firstWorkingDayFrom(dueOn)));
        }
        events.publish(
                "evaluation.renewalDecided",
                evaluation,
                actor,
                details(
                        "renewalOutcome",
                        outcome,
                        "blacklistReview",
                        body.blacklistReview(),
                        "demand",
                        body.demand(),
                        "rectifyBy",
                        body.rectifyBy() == null ? null : body.rectifyBy().toString(),
                        "reason",
                        body.reasons()));
        if (Boolean.TRUE.equals(body.blacklistReview())) {
            reviews.propose(actor, store.get(caseId));
        }
        return flags;
    }

    private void check(Evaluation evaluation, DecideRenewal body) {
        var deviates = body.outcome() != evaluation.proposed()
                || Boolean.TRUE.equals(body.blacklistReview()) != evaluation.proposedReview();
        var last = today().plusDays(parameters.whole("evaluation.rectification.maxDays"));
        new Problems()
                .when(
                        deviates && (body.reasons() == null || body.reasons().isBlank()),
                        "reasons",
                        "reasonForDeviation",
                        String.valueOf(evaluation.proposed()))
                .when(
                        body.rectifyBy() != null
                                && (!body.rectifyBy().isAfter(today())
                                        || body.rectifyBy().isAfter(last)),
                        "rectifyBy",
                        "rectifyDay",
                        today().plusDays(1),
                        last)
                .orThrow();
    }

    private LocalDate today() {
        return clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
    }
}
