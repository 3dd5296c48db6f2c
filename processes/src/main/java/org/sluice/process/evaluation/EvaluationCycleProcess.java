package org.sluice.process.evaluation;

import java.util.Date;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/**
 * Names of {@code processes/evaluation/evaluation-cycle.bpmn} (外部数据评价): from the figures of a product in use to its
 * renewal, its rectification or its exit.
 */
public final class EvaluationCycleProcess {

    public static final String KEY = "evaluation-cycle";

    /** The case, which is also the business key. */
    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    /** Set by {@code collectFigures}: whether any unit uses the product, and how many do. */
    public static final Var<Boolean> RATINGS_WANTED = Var.flag("ratingsWanted");

    public static final Var<Long> RATING_COUNT = Var.number("ratingCount");

    /** Of one instance of a task that several units do: which one it is, and which unit's. */
    public static final Var<String> ITEM = Var.text("item");

    public static final Var<String> UNIT = Var.text("unit");

    /** After this nobody waits for missing ratings. */
    public static final Var<Date> RATINGS_UNTIL = Var.instant("ratingsUntil");

    /** How many items apply and are scored, one after the other. */
    public static final Var<Long> ITEM_COUNT = Var.number("itemCount");

    /** The items that apply weigh enough for a grade, or a veto needs none. */
    public static final Var<Boolean> FIGURES_ENOUGH = Var.flag("figuresEnough");

    /** Set by {@code tellSupplier}: false after the second scoring, which is the last one. */
    public static final Var<Boolean> OBJECTION_OPEN = Var.flag("objectionOpen");

    /** Until then the supplier may object. */
    public static final Var<Date> OBJECTION_UNTIL = Var.instant("objectionUntil");

    public static final Var<Boolean> OBJECTED = Var.flag("objected");
    public static final Var<Boolean> UPHELD = Var.flag("upheld");

    /** What became of the renewal; none of the three means that the product is renewed. */
    public static final Var<Boolean> RECTIFICATION_ORDERED = Var.flag("rectificationOrdered");

    public static final Var<Boolean> EXIT_ORDERED = Var.flag("exitOrdered");
    public static final Var<Boolean> EVALUATE_LATER = Var.flag("evaluateLater");

    public static final Var<Date> RECTIFICATION_DUE_AT = Var.instant("rectificationDueAt");
    public static final Var<Boolean> VERIFIED = Var.flag("verified");

    public static final List<Var<?>> VARIABLES = List.of(
            CASE_ID,
            RATINGS_WANTED,
            RATING_COUNT,
            ITEM,
            UNIT,
            RATINGS_UNTIL,
            ITEM_COUNT,
            FIGURES_ENOUGH,
            OBJECTION_OPEN,
            OBJECTION_UNTIL,
            OBJECTED,
            UPHELD,
            RECTIFICATION_ORDERED,
            EXIT_ORDERED,
            EVALUATE_LATER,
            RECTIFICATION_DUE_AT,
            VERIFIED);

    /** Keys of the user tasks. */
    public static final class Task {
        public static final String RATE_PRODUCT = "rateProduct";
        public static final String RECORD_OBJECTION = "recordObjection";
        public static final String REVIEW_OBJECTION = "reviewObjection";
        public static final String DECIDE_RENEWAL = "decideRenewal";
        public static final String CHECK_RECTIFICATION = "checkRectification";

        private Task() {}
    }

    /** Names of messages. */
    public static final class Message {
        /** In: the product leaves use in another way; interrupts every wait. */
        public static final String EVALUATION_STOPPED = "evaluationStopped";

        private Message() {}
    }

    /** Keys of the decision tables that the model refers to. */
    public static final class Decision {
        public static final String SCORECARD = "scorecard";
        public static final String GRADE = "grade";
        public static final String RENEWAL = "renewal";

        private Decision() {}
    }

    private EvaluationCycleProcess() {}
}
