package org.sluice.process.procurement;

import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/**
 * Names of {@code processes/procurement/procurement.bpmn} (预算统一管理与采购): from an approved requirement to a listed
 * product.
 */
public final class ProcurementProcess {

    public static final String KEY = "procurement";

    /** The case, which is also the business key. */
    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    /** Set by {@code openPurchase}: nobody has taken the requirement back before procurement took it up. */
    public static final Var<Boolean> WANTED = Var.flag("wanted");

    /** Set by {@code openPurchase}: begun anew without a barred supplier, another offer is chosen; nothing is planned. */
    public static final Var<Boolean> CHOOSE_AGAIN = Var.flag("chooseAgain");

    public static final Var<Boolean> GIVEN_UP = Var.flag("givenUp");
    public static final Var<Boolean> JOINED = Var.flag("joined");

    /** False when the table asks for a survey of the market first. */
    public static final Var<Boolean> METHOD_FOUND = Var.flag("methodFound");

    public static final Var<Boolean> ENOUGH_QUOTES = Var.flag("enoughQuotes");
    public static final Var<Boolean> NONE_FITS = Var.flag("noneFits");
    public static final Var<Boolean> BEYOND_BUDGET = Var.flag("beyondBudget");
    public static final Var<Boolean> BUDGET_RAISED = Var.flag("budgetRaised");
    public static final Var<Boolean> NEGOTIATE_AGAIN = Var.flag("negotiateAgain");

    /** False when the price that finance bore asks for another method: it is planned again. */
    public static final Var<Boolean> METHOD_HOLDS = Var.flag("methodHolds");

    /** Set by {@code checkSupplierAdmission}: no admission of the chosen supplier is valid. */
    public static final Var<Boolean> ADMISSION_NEEDED = Var.flag("admissionNeeded");

    /** What the called processes answer. */
    public static final Var<Boolean> SUPPLIER_ADMITTED = Var.flag("supplierAdmitted");

    public static final Var<Boolean> PRODUCT_ADMITTED = Var.flag("productAdmitted");

    /** Set by {@code strikeOffer}: other offers still stand. */
    public static final Var<Boolean> OFFERS_LEFT = Var.flag("offersLeft");

    /** Set by {@code nextContractApproval}: whether a further approval is wanted, and whose. */
    public static final Var<Boolean> APPROVAL_WANTED = Var.flag("approvalWanted");

    public static final Var<String> APPROVER_ROLE = Var.text("approverRole");
    public static final Var<Boolean> APPROVED = Var.flag("approved");

    public static final List<Var<?>> VARIABLES = List.of(
            CASE_ID,
            WANTED,
            CHOOSE_AGAIN,
            GIVEN_UP,
            JOINED,
            METHOD_FOUND,
            ENOUGH_QUOTES,
            NONE_FITS,
            BEYOND_BUDGET,
            BUDGET_RAISED,
            NEGOTIATE_AGAIN,
            METHOD_HOLDS,
            ADMISSION_NEEDED,
            SUPPLIER_ADMITTED,
            PRODUCT_ADMITTED,
            OFFERS_LEFT,
            APPROVAL_WANTED,
            APPROVER_ROLE,
            APPROVED);

    /** Keys of the user tasks. */
    public static final class Task {
        public static final String PLAN_SOURCING = "planSourcing";
        public static final String RECORD_QUOTATIONS = "recordQuotations";
        public static final String CHOOSE_OFFER = "chooseOffer";
        public static final String SETTLE_OVERRUN = "settleOverrun";
        public static final String APPROVE_CONTRACT = "approveContract";
        public static final String REGISTER_CONTRACT = "registerContract";

        private Task() {}
    }

    /** Names of messages. */
    public static final class Message {
        /** In: intake hands an approved requirement over; starts the process. */
        public static final String SOURCING_REQUESTED = "sourcingRequested";
        /** In: the initiator has taken the requirement back; interrupts every wait. */
        public static final String PURCHASE_WITHDRAWN = "purchaseWithdrawn";

        /** In: the chosen supplier was put on the blacklist; interrupts every wait, and the purchase begins anew. */
        public static final String PURCHASE_BARRED = "purchaseBarred";

        private Message() {}
    }

    /** Keys of the decision tables that the model refers to. */
    public static final class Decision {
        public static final String SOURCING_METHOD = "sourcingMethod";
        public static final String APPROVAL_LADDER = "approvalLadder";
        public static final String APPROVAL_ADD_ON = "approvalAddOn";

        private Decision() {}
    }

    private ProcurementProcess() {}
}
