package org.sluice.evaluation;

import static org.sluice.shared.Details.details;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductsInUse;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.UnitCode;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.process.evaluation.RenewalOutcome;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.TaskReminded;
import org.sluice.shared.Term;
import org.sluice.shared.TimerDates;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps that the house takes by itself, named by the model and called by its jobs. A job that is run again changes
 * nothing.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class EvaluationSteps {

    /**
     * What the units are asked.
     *
     * @param items how many items apply before anybody has spoken
     * @param until after this nobody waits for missing ratings
     */
    public record Asked(long ratings, long items, Date until) {}

    /** One unit's question. */
    public record Asking(UUID rating, UnitCode unit) {}

    /** @param until null when the grade is the last word */
    public record Told(@Nullable Date until) {}

    private final EvaluationStore store;
    private final ProductFigures figures;
    private final ScoredItems items;
    private final Ratings ratings;
    private final ProductUse use;
    private final Notices notices;
    private final Rectifications rectifications;
    private final GradeLetter letter;
    private final ProductsInUse products;
    private final CaseFiles files;
    private final TimerDates timers;
    private final Parameters parameters;
    private final Clock clock;
    private final EvaluationEvents events;
    private final ApplicationEventPublisher publisher;

    EvaluationSteps(
            EvaluationStore store,
            ProductFigures figures,
            ScoredItems items,
            Ratings ratings,
            ProductUse use,
            Notices notices,
            Rectifications rectifications,
            GradeLetter letter,
            ProductsInUse products,
            CaseFiles files,
            TimerDates timers,
            Parameters parameters,
            Clock clock,
            EvaluationEvents events,
            ApplicationEventPublisher publisher) {
        this.store = store;
        this.figures = figures;
        this.items = items;
        this.ratings = ratings;
        this.use = use;
        this.notices = notices;
        this.rectifications = rectifications;
        this.letter = letter;
        this.products = products;
        this.files = files;
        this.timers = timers;
        this.parameters = parameters;
        this.clock = clock;
        this.events = events;
        this.publisher = publisher;
    }

    /** Keeps what is known of the product, and asks each unit that uses it. */
    public Asked collectFigures(CaseId caseId) {
        var evaluation = held(caseId, Evaluation.State.OPEN);
        var product = products.get(evaluation.product());
        if (items.of(caseId, evaluation.round()).isEmpty()) {
            var window = figures.window();
            store.window(caseId, window.from(), window.to());
            store.veto(caseId, figures.veto(product, window));
            items.keep(caseId, evaluation.round(), figures.collect(product, window));
            ratings.ask(caseId, use.units(product.id()));
            events.publish(
                    "evaluation.figuresCollected",
                    store.get(caseId),
                    null,
                    details(
                            "itemsApplying",
                            items.applying(caseId, evaluation.round()).size(),
                            "unitsAsked",
                            ratings.of(caseId).size(),
                            "vetoReason",
                            store.get(caseId).veto()));
        }
        return new Asked(
                ratings.of(caseId).size(),
                items.applying(caseId, evaluation.round()).size(),
                timers.set(
                        caseId,
                        EvaluationCycleProcess.RATINGS_UNTIL,
                        new Term(clock.instant(), parameters.whole("evaluation.rating.due"))));
    }

    /** The unit that is asked at this place. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Asking asking(CaseId caseId, int place) {
        var rating = ratings.of(caseId).get(place);
        return new Asking(rating.id(), rating.unit());
    }

    /** The time of the ratings is over: nobody waits for those that are missing. */
    public void closeRatings(CaseId caseId) {
        var evaluation = held(caseId, Evaluation.State.OPEN);
        var missing = ratings.close(caseId);
        if (missing > 0) {
            events.publish("evaluation.ratingsClosed", evaluation, null, details("ratingsMissing", missing));
        }
    }

    /** Writes to the supplier; the first grade may be objected to. */
    public Told tellSupplier(CaseId caseId) {
        var evaluation = held(caseId, Evaluation.State.SCORED);
        var first = evaluation.round() == 1;
        var until = first
                ? timers.set(
                        caseId,
                        EvaluationCycleProcess.OBJECTION_UNTIL,
                        new Term(clock.instant(), parameters.whole("evaluation.objection.due")))
                : null;
        var told = notices.keep(
                caseId,
                evaluation.round(),
                evaluation.supplier(),
                letter.write(
                        evaluation, items.of(caseId, evaluation.round()), until == null ? null : until.toInstant()),
                until == null ? null : until.toInstant());
        if (told) {
            events.publish(
                    "evaluation.supplierTold",
                    evaluation,
                    null,
                    details("grade", evaluation.grade(), "until", until == null ? null : day(until)));
        }
        return new Told(until);
    }

    /** The grade holds: nobody objected in time, the objection was rejected, or it was scored once more. */
    public void confirmGrade(CaseId caseId) {
        if (store.get(caseId).state() == Evaluation.State.CONFIRMED) {
            return;
        }
        var evaluation = held(caseId, Evaluation.State.SCORED, Evaluation.State.OBJECTED);
        var grade = Objects.requireNonNull(evaluation.grade());
        store.state(caseId, Evaluation.State.CONFIRMED);
        files.state(caseId, Evaluation.State.CONFIRMED.name());
        products.graded(evaluation.product(), grade, today());
        events.publish(
                "evaluation.gradeConfirmed",
                evaluation,
                null,
                details("product", products.get(evaluation.product()).name(), "grade", grade));
    }

    /** The day of a rectification has come and nobody has looked at it. */
    public void remindRectification(CaseId caseId) {
        publisher.publishEvent(new TaskReminded(caseId, EvaluationCycleProcess.Task.CHECK_RECTIFICATION));
        events.publish("evaluation.rectificationDue", store.get(caseId), null, details());
    }

    public void endRectification(CaseId caseId) {
        end(caseId, "rectified");
    }

    public void renew(CaseId caseId) {
        end(caseId, "productRenewed");
    }

    public void postpone(CaseId caseId) {
        end(caseId, "evaluationPostponed");
    }

    /** Hands the product over to its exit, once. */
    public void exit(CaseId caseId) {
        files.lock(caseId);
        var evaluation = store.get(caseId);
        if (evaluation.isOver()) {
            return;
        }
        end(caseId, "exitOrdered");
        publisher.publishEvent(new ExitDecided(
                evaluation.product(),
                caseId,
                Exits.trigger(
                        evaluation,
                        rectifications
                                .of(caseId)
                                .filter(ordered -> ordered.state() == Rectifications.State.FAILED)
                                .isPresent()),
                evaluation.decided() == RenewalOutcome.EXIT_URGENT));
    }

    /**
     * The engine has stopped the process of an evaluation that was stopped from outside; its state was settled then.
     *
     * @throws Conflict when nobody has stopped it: a message alone stops nothing
     */
    public void acknowledgeStop(CaseId caseId) {
        var evaluation = store.get(caseId);
        if (evaluation.state() != Evaluation.State.STOPPED) {
            throw new Conflict("evaluationState", evaluation.number(), evaluation.state());
        }
    }

    private void end(CaseId caseId, String outcome) {
        files.lock(caseId);
        var evaluation = store.get(caseId);
        if (evaluation.isOver()) {
            return;
        }
        store.end(caseId);
        files.close(caseId, evaluation.state().name(), outcome);
        events.publish("evaluation.ended", evaluation, null, details("evaluationOutcome", outcome));
    }

    private Evaluation held(CaseId caseId, Evaluation.State... allowed) {
        files.lock(caseId);
        var evaluation = store.get(caseId);
        evaluation.mustBe(allowed);
        return evaluation;
    }

    private static String day(Date at) {
        return at.toInstant().atZone(WorkingDays.ZONE).toLocalDate().toString();
    }

    private LocalDate today() {
        return clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
    }
}
