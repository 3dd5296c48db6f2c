package org.sluice.process.blacklist;

import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/** Names of {@code processes/blacklist/blacklist-lifting.bpmn} (提前解除黑名单): an entry is ended before its term, or not. */
public final class BlacklistLiftingProcess {

    public static final String KEY = "blacklist-lifting";

    /** The case, which is also the business key. */
    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    /** Set by {@code blacklistLifting}: the reason allows it, and its months are over. */
    public static final Var<Boolean> LIFTING_ALLOWED = Var.flag("liftingAllowed");

    /** Whose approval is wanted next. */
    public static final Var<String> APPROVER_ROLE = Var.text("approverRole");

    /** Set by {@code approveLifting}, of which one at most is true. */
    public static final Var<Boolean> NEXT_APPROVAL_WANTED = Var.flag("nextApprovalWanted");

    public static final Var<Boolean> LIFTED = Var.flag("lifted");

    public static final List<Var<?>> VARIABLES =
            List.of(CASE_ID, LIFTING_ALLOWED, APPROVER_ROLE, NEXT_APPROVAL_WANTED, LIFTED);

    /** Keys of the user tasks. */
    public static final class Task {
        public static final String APPROVE_LIFTING = "approveLifting";

        private Task() {}
    }

    /** Names of messages. */
    public static final class Message {
        /** In: the entry has ended otherwise while this was being decided; ends the process. */
        public static final String LIFTING_OVERTAKEN = "liftingOvertaken";

        private Message() {}
    }

    /** Keys of the decision tables that the model refers to. */
    public static final class Decision {
        public static final String BLACKLIST_LIFTING = "blacklistLifting";

        private Decision() {}
    }

    private BlacklistLiftingProcess() {}
}
