package org.sluice.process.blacklist;

import java.util.Date;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/** Names of {@code processes/blacklist/supplier-blacklist.bpmn} (供应商黑名单): from a proposal to a decision. */
public final class SupplierBlacklistProcess {

    public static final String KEY = "supplier-blacklist";

    /** The case, which is also the business key. */
    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    /** Given at the start: how many people give a finding. */
    public static final Var<Long> INVESTIGATOR_COUNT = Var.number("investigatorCount");

    /** Set by {@code weighFindings}: every one of them confirms it. */
    public static final Var<Boolean> CONFIRMED = Var.flag("confirmed");

    /** Set by {@code noticeSupplier}: when the wait for an answer ends. */
    public static final Var<Date> REPLY_DUE = Var.instant("replyDue");

    /** Whose approval is wanted next; first set by {@code blacklistDuration}. */
    public static final Var<String> APPROVER_ROLE = Var.text("approverRole");

    /** Set by {@code approveListing}, of which one at most is true. */
    public static final Var<Boolean> NEXT_APPROVAL_WANTED = Var.flag("nextApprovalWanted");

    public static final Var<Boolean> LISTING_REFUSED = Var.flag("listingRefused");

    public static final Var<Boolean> COMMITTEE_WANTED = Var.flag("committeeWanted");

    /** Set by {@code blacklistDuration}: how many members of the committee are asked. */
    public static final Var<Long> VOTE_COUNT = Var.number("voteCount");

    /** No vote so far was against it. */
    public static final Var<Boolean> PASSED = Var.flag("passed");

    /** Set by {@code listSupplier}: how many related parties are looked at. */
    public static final Var<Long> RELATED_COUNT = Var.number("relatedCount");

    /** Of one instance of a task that is asked several times: which one it is. */
    public static final Var<String> ITEM = Var.text("item");

    public static final List<Var<?>> VARIABLES = List.of(
            CASE_ID,
            INVESTIGATOR_COUNT,
            CONFIRMED,
            REPLY_DUE,
            APPROVER_ROLE,
            NEXT_APPROVAL_WANTED,
            LISTING_REFUSED,
            COMMITTEE_WANTED,
            VOTE_COUNT,
            PASSED,
            RELATED_COUNT,
            ITEM);

    /** Keys of the user tasks. */
    public static final class Task {
        public static final String INVESTIGATE_SUPPLIER = "investigateSupplier";
        public static final String NOTICE_SUPPLIER = "noticeSupplier";
        public static final String RECORD_REPLY = "recordReply";
        public static final String APPROVE_LISTING = "approveListing";
        public static final String VOTE_ON_LISTING = "voteOnListing";
        public static final String REVIEW_RELATED_PARTY = "reviewRelatedParty";

        private Task() {}
    }

    /** Names of messages. */
    public static final class Message {
        /** In: the entry has ended while its related parties were looked at; ends the process. */
        public static final String RELATED_REVIEWS_OVER = "relatedReviewsOver";

        private Message() {}
    }

    /** Keys of the decision tables that the model refers to. */
    public static final class Decision {
        public static final String BLACKLIST_DURATION = "blacklistDuration";

        private Decision() {}
    }

    private SupplierBlacklistProcess() {}
}
