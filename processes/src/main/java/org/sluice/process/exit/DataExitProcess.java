package org.sluice.process.exit;

import java.util.Date;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/**
 * Names of {@code processes/exit/data-exit.bpmn} (外部数据退出): from the reason to leave to the certificates of deletion.
 */
public final class DataExitProcess {

    public static final String KEY = "data-exit";

    /** The case, which is also the business key. */
    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    /** Whoever opened it has said what the urgency depends on. */
    public static final Var<Boolean> FACTS_KNOWN = Var.flag("factsKnown");

    /** Use is blocked before anybody has approved. */
    public static final Var<Boolean> IMMEDIATE = Var.flag("immediate");

    /** Use is blocked then, unless it has ended before. */
    public static final Var<Date> BLOCK_AT = Var.instant("blockAt");

    /** Set by {@code nextExitApproval}: whether a further approval is wanted, whose, and until when. */
    public static final Var<Boolean> APPROVAL_WANTED = Var.flag("approvalWanted");

    public static final Var<String> APPROVER_ROLE = Var.text("approverRole");
    public static final Var<Date> APPROVAL_UNTIL = Var.instant("approvalUntil");
    public static final Var<Boolean> APPROVED = Var.flag("approved");

    public static final Var<Boolean> REPLACED = Var.flag("replaced");
    public static final Var<Boolean> CRITICAL = Var.flag("critical");
    public static final Var<Boolean> PARALLEL_RUN = Var.flag("parallelRun");
    public static final Var<Date> PARALLEL_RUN_UNTIL = Var.instant("parallelRunUntil");
    public static final Var<Boolean> FITS = Var.flag("fits");
    public static final Var<Boolean> BRIDGED = Var.flag("bridged");
    public static final Var<Date> BRIDGE_UNTIL = Var.instant("bridgeUntil");

    /** Set by {@code switchGrants}: false when the replacement is none any more. */
    public static final Var<Boolean> SWITCHED = Var.flag("switched");

    /** Set by {@code switchGrants}: a contract for the product is still open. */
    public static final Var<Boolean> CONTRACTS_OPEN = Var.flag("contractsOpen");

    /** The supplier has certified that it holds nothing any more. */
    public static final Var<Boolean> CERTIFIED = Var.flag("certified");

    public static final List<Var<?>> VARIABLES = List.of(
            CASE_ID,
            FACTS_KNOWN,
            IMMEDIATE,
            BLOCK_AT,
            APPROVAL_WANTED,
            APPROVER_ROLE,
            APPROVAL_UNTIL,
            APPROVED,
            REPLACED,
            CRITICAL,
            PARALLEL_RUN,
            PARALLEL_RUN_UNTIL,
            FITS,
            BRIDGED,
            BRIDGE_UNTIL,
            SWITCHED,
            CONTRACTS_OPEN,
            CERTIFIED);

    /** Keys of the user tasks. */
    public static final class Task {
        public static final String ASSESS_EXIT = "assessExit";
        public static final String APPROVE_EXIT = "approveExit";
        public static final String DECIDE_OVERDUE_EXIT = "decideOverdueExit";
        public static final String CHOOSE_REPLACEMENT = "chooseReplacement";
        public static final String DECIDE_DEGRADE_MODE = "decideDegradeMode";
        public static final String COMPARE_PRODUCTS = "compareProducts";
        public static final String SETTLE_CONTRACTS = "settleContracts";
        public static final String RECORD_OWN_DELETION = "recordOwnDeletion";
        public static final String RECORD_SUPPLIER_DELETION = "recordSupplierDeletion";
        public static final String SETTLE_REFUSED_DELETION = "settleRefusedDeletion";

        private Task() {}
    }

    /** Names of messages. */
    public static final class Message {
        /** In: nobody wants the exit any more; interrupts every wait. */
        public static final String EXIT_WITHDRAWN = "exitWithdrawn";

        private Message() {}
    }

    /** Keys of the decision tables that the model refers to. */
    public static final class Decision {
        public static final String EXIT_URGENCY = "exitUrgency";

        private Decision() {}
    }

    private DataExitProcess() {}
}
