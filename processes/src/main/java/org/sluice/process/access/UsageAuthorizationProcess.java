package org.sluice.process.access;

import java.util.Date;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/**
 * Names of {@code processes/access/usage-authorization.bpmn} (数据使用授权): from the request for a listed product to a
 * grant.
 */
public final class UsageAuthorizationProcess {

    public static final String KEY = "usage-authorization";

    /** The case, which is also the business key. */
    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    /** Set by {@code screenUsage}: no rule forbids it. */
    public static final Var<Boolean> SOUND = Var.flag("sound");

    /** Set by {@code reserveUsageCost}: it costs nothing, or the cost is reserved. */
    public static final Var<Boolean> COVERED = Var.flag("covered");

    /** Set by the table: an impact assessment comes before the approvals. */
    public static final Var<Boolean> ASSESSMENT_WANTED = Var.flag("assessmentWanted");

    /** Set by {@code nextUsageApproval}: whether a further approval is wanted, whose, and when it is asked for again. */
    public static final Var<Boolean> APPROVAL_WANTED = Var.flag("approvalWanted");

    public static final Var<String> APPROVER_ROLE = Var.text("approverRole");
    public static final Var<Date> USAGE_REMINDER_AT = Var.instant("usageReminderAt");
    public static final Var<Boolean> APPROVED = Var.flag("approved");

    /** Set by {@code nextUsageApproval}: the committee is next, with this many votes. */
    public static final Var<Boolean> COMMITTEE_WANTED = Var.flag("committeeWanted");

    public static final Var<Long> VOTE_COUNT = Var.number("voteCount");
    public static final Var<Boolean> PASSED = Var.flag("passed");

    /** Set by {@code activateUsage}: the product was still to be had when everybody had agreed. */
    public static final Var<Boolean> GRANTED = Var.flag("granted");

    public static final List<Var<?>> VARIABLES = List.of(
            CASE_ID,
            SOUND,
            COVERED,
            ASSESSMENT_WANTED,
            APPROVAL_WANTED,
            APPROVER_ROLE,
            USAGE_REMINDER_AT,
            APPROVED,
            COMMITTEE_WANTED,
            VOTE_COUNT,
            PASSED,
            GRANTED);

    /** Keys of the user tasks. */
    public static final class Task {
        public static final String FILE_USAGE_ASSESSMENT = "fileUsageAssessment";
        public static final String APPROVE_USAGE = "approveUsage";
        public static final String VOTE_ON_USAGE = "voteOnUsage";

        private Task() {}
    }

    /** Names of messages. */
    public static final class Message {
        /** In: the requester has taken the request back; interrupts every wait. */
        public static final String USAGE_WITHDRAWN = "usageWithdrawn";

        private Message() {}
    }

    /** Keys of the decision tables that the model refers to. */
    public static final class Decision {
        public static final String USAGE_DECISION = "usageDecision";

        private Decision() {}
    }

    private UsageAuthorizationProcess() {}
}
