package org.sluice.process.blacklist;

import java.util.Date;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/** Names of {@code processes/blacklist/blacklist-listing.bpmn} (黑名单生效期): appeal, review and end of an entry. */
public final class BlacklistListingProcess {

    public static final String KEY = "blacklist-listing";

    /** The case, which is also the business key. */
    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    /** Given at the start: until when the supplier may appeal. */
    public static final Var<Date> APPEAL_DUE = Var.instant("appealDue");

    /** Given at the start: when the entry is looked at before it ends. */
    public static final Var<Date> REVIEW_DUE = Var.instant("reviewDue");

    /** Given at the start: when it ends. */
    public static final Var<Date> TERM_OVER = Var.instant("termOver");

    /** Set by {@code decideAppeal}. */
    public static final Var<Boolean> UPHELD = Var.flag("upheld");

    public static final List<Var<?>> VARIABLES = List.of(CASE_ID, APPEAL_DUE, REVIEW_DUE, TERM_OVER, UPHELD);

    /** Keys of the user tasks. */
    public static final class Task {
        public static final String RECORD_APPEAL = "recordAppeal";
        public static final String DECIDE_APPEAL = "decideAppeal";
        public static final String REVIEW_LISTING = "reviewListing";

        private Task() {}
    }

    /** Names of messages. */
    public static final class Message {
        /** In: the entry was lifted early; ends the process. */
        public static final String LISTING_LIFTED = "listingLifted";

        private Message() {}
    }

    private BlacklistListingProcess() {}
}
