package org.sluice.process.privacy;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/**
 * Names of {@code processes/privacy/privacy-job.bpmn} (隐私计算任务): from the request over rules, approvals, pre-flight
 * and run at both parties to a result that is held, released by another person, and purged at its term.
 */
public final class PrivacyJobProcess {

    public static final String KEY = "privacy-job";

    /** The case, which is also the business key. */
    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    /** Which step both parties are ordered to take now; set before each call of {@code privacy-step}. */
    public static final Var<UUID> STEP_ID = PrivacyStepProcess.STEP_ID;

    public static final Var<String> BANK_PARTY = PrivacyStepProcess.BANK_PARTY;
    public static final Var<String> PARTNER_PARTY = PrivacyStepProcess.PARTNER_PARTY;

    /** Set by {@code screenPrivacyJob}: no rule forbids it. */
    public static final Var<Boolean> SOUND = Var.flag("sound");

    /** Set by {@code nextJobApproval}: whether a further approval is wanted, and whose. */
    public static final Var<Boolean> APPROVAL_WANTED = Var.flag("approvalWanted");

    public static final Var<String> APPROVER_ROLE = Var.text("approverRole");
    public static final Var<Boolean> APPROVED = Var.flag("approved");

    /** From the step: both parties have carried it out. */
    public static final Var<Boolean> STEP_DONE = PrivacyStepProcess.STEP_DONE;

    /** Set by {@code judgePreflight}: both sides are ready, and no rule forbids the run. */
    public static final Var<Boolean> FIT = Var.flag("fit");

    /** Set by {@code judgeRun}: both receipts agree; the result is held where it was learned. */
    public static final Var<Boolean> HELD = Var.flag("held");

    public static final Var<Boolean> RELEASED = Var.flag("released");

    /** Set by {@code judgeRelease}: the party that learns it has opened its result. */
    public static final Var<Boolean> RELEASE_DONE = Var.flag("releaseDone");

    /** Set by the one who settles what went wrong: the job begins again, with whoever must judge what was found. */
    public static final Var<Boolean> AGAIN = Var.flag("again");

    /** Set by {@code stopPrivacyJob} and by an approver: parties were ordered to do something, and must purge it. */
    public static final Var<Boolean> PURGE_ORDERED = Var.flag("purgeOrdered");

    /** When what was released is purged; set by {@code judgeRelease}. */
    public static final Var<Date> PURGE_AT = Var.instant("purgeAt");

    public static final List<Var<?>> VARIABLES = List.of(
            CASE_ID,
            STEP_ID,
            BANK_PARTY,
            PARTNER_PARTY,
            SOUND,
            APPROVAL_WANTED,
            APPROVER_ROLE,
            APPROVED,
            STEP_DONE,
            FIT,
            HELD,
            RELEASED,
            RELEASE_DONE,
            AGAIN,
            PURGE_ORDERED,
            PURGE_AT);

    /** Keys of the user tasks. */
    public static final class Task {
        public static final String APPROVE_PRIVACY_JOB = "approvePrivacyJob";
        public static final String SETTLE_PRIVACY_JOB = "settlePrivacyJob";
        public static final String RELEASE_PRIVACY_RESULT = "releasePrivacyResult";

        private Task() {}
    }

    /** Names of messages. */
    public static final class Message {
        /** In: somebody has stopped the job; interrupts every wait, and both parties purge what they hold of it. */
        public static final String PRIVACY_JOB_STOPPED = "privacyJobStopped";

        private Message() {}
    }

    /** Keys of the decision tables that the model refers to. */
    public static final class Decision {
        public static final String CRYPTO_SUITE = "cryptoSuite";

        private Decision() {}
    }

    private PrivacyJobProcess() {}
}
