package org.sluice.process.intake;

import java.util.Date;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/**
 * Names of {@code processes/intake/requirement-intake.bpmn} (需求统一受理与整合): from a form to the hand-over to
 * procurement.
 */
public final class RequirementIntakeProcess {

    public static final String KEY = "requirement-intake";

    /** The case, which is also the business key. */
    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    /** When the silent owner is reminded, and when the case closes without an answer. */
    public static final Var<Date> REMINDER_AT = Var.instant("reminderAt");

    public static final Var<Date> CLOSE_AT = Var.instant("closeAt");

    public static final Var<Boolean> CONFIRMED = Var.flag("confirmed");
    public static final Var<Boolean> REUSE_PROPOSED = Var.flag("reuseProposed");
    public static final Var<Boolean> MERGE_PROPOSED = Var.flag("mergeProposed");
    public static final Var<Boolean> REUSE_ACCEPTED = Var.flag("reuseAccepted");
    public static final Var<Boolean> MERGE_ACCEPTED = Var.flag("mergeAccepted");

    /** Set by {@code nextOpinion}: whether a further opinion is wanted, and whose. */
    public static final Var<Boolean> OPINION_WANTED = Var.flag("opinionWanted");

    public static final Var<String> REVIEWER_ROLE = Var.text("reviewerRole");
    public static final Var<Boolean> FEASIBLE = Var.flag("feasible");
    public static final Var<Boolean> IN_HOUSE = Var.flag("inHouse");
    public static final Var<Boolean> RESERVED = Var.flag("reserved");
    public static final Var<Boolean> DEFERRED = Var.flag("deferred");
    public static final Var<Boolean> BUDGET_REFUSED = Var.flag("budgetRefused");

    /** First working day of the next quarter, when a deferred requirement asks for budget again. */
    public static final Var<Date> NEXT_QUARTER_AT = Var.instant("nextQuarterAt");

    /** Set by {@code nextApproval}: whether a further approval is wanted, and whose. */
    public static final Var<Boolean> APPROVAL_WANTED = Var.flag("approvalWanted");

    public static final Var<String> APPROVER_ROLE = Var.text("approverRole");
    public static final Var<Boolean> APPROVED = Var.flag("approved");

    public static final List<Var<?>> VARIABLES = List.of(
            CASE_ID,
            REMINDER_AT,
            CLOSE_AT,
            CONFIRMED,
            REUSE_PROPOSED,
            MERGE_PROPOSED,
            REUSE_ACCEPTED,
            MERGE_ACCEPTED,
            OPINION_WANTED,
            REVIEWER_ROLE,
            FEASIBLE,
            IN_HOUSE,
            RESERVED,
            DEFERRED,
            BUDGET_REFUSED,
            NEXT_QUARTER_AT,
            APPROVAL_WANTED,
            APPROVER_ROLE,
            APPROVED);

    /** Keys of the user tasks. */
    public static final class Task {
        public static final String CONFIRM_NEED = "confirmNeed";
        public static final String CONFIRM_REUSE = "confirmReuse";
        public static final String CONFIRM_MERGE = "confirmMerge";
        public static final String GIVE_OPINION = "giveOpinion";
        public static final String WRITE_FEASIBILITY_NOTE = "writeFeasibilityNote";
        public static final String SETTLE_SHORTFALL = "settleShortfall";
        public static final String APPROVE_REQUIREMENT = "approveRequirement";

        private Task() {}
    }

    /** Names of messages; each is unique to this model. */
    public static final class Message {
        /** In: the initiator takes the requirement back; interrupts every wait. */
        public static final String REQUIREMENT_WITHDRAWN = "requirementWithdrawn";
        /** Out: the approved requirement goes to procurement. */
        public static final String SOURCING_REQUESTED = "sourcingRequested";

        private Message() {}
    }

    /** Keys of the decision tables that the model refers to. */
    public static final class Decision {
        public static final String INTAKE_TRIAGE = "intakeTriage";
        public static final String APPROVAL_LADDER = "approvalLadder";
        public static final String APPROVAL_ADD_ON = "approvalAddOn";

        private Decision() {}
    }

    private RequirementIntakeProcess() {}
}
