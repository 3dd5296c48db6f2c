package org.sluice.process.admission;

import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/** Names of {@code processes/admission/supplier-admission.bpmn} (供应商准入): from a dossier to a verdict. */
public final class SupplierAdmissionProcess {

    public static final String KEY = "supplier-admission";

    /** The case, which is also the business key. */
    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    /** Set by {@code screenSupplier}: whether anybody has to settle a finding, and how many reviews there are. */
    public static final Var<Boolean> REVIEWS_WANTED = Var.flag("reviewsWanted");

    public static final Var<Long> REVIEW_COUNT = Var.number("reviewCount");

    /** Of one instance of a task that several people do: which one it is, and whose. */
    public static final Var<String> ITEM = Var.text("item");

    public static final Var<String> REVIEWER_ROLE = Var.text("reviewerRole");

    /** Set by {@code supplierOutcome}. */
    public static final Var<Boolean> SUPPLEMENT_WANTED = Var.flag("supplementWanted");

    public static final Var<Boolean> REFUSED = Var.flag("refused");
    public static final Var<Boolean> COMMITTEE_WANTED = Var.flag("committeeWanted");
    public static final Var<Long> VOTE_COUNT = Var.number("voteCount");

    /** No vote so far was against it. */
    public static final Var<Boolean> PASSED = Var.flag("passed");

    /** Out: how it ended. */
    public static final Var<Boolean> ADMITTED = Var.flag("admitted");

    public static final List<Var<?>> VARIABLES = List.of(
            CASE_ID,
            REVIEWS_WANTED,
            REVIEW_COUNT,
            ITEM,
            REVIEWER_ROLE,
            SUPPLEMENT_WANTED,
            REFUSED,
            COMMITTEE_WANTED,
            VOTE_COUNT,
            PASSED,
            ADMITTED);

    /** Keys of the user tasks. */
    public static final class Task {
        public static final String FILE_SUPPLIER_DOSSIER = "fileSupplierDossier";
        public static final String SETTLE_SUPPLIER_FINDING = "settleSupplierFinding";
        public static final String VOTE_ON_SUPPLIER = "voteOnSupplier";

        private Task() {}
    }

    /** Names of messages. */
    public static final class Message {
        /** In: the supplier was put on the blacklist; stops the admission wherever it stands. */
        public static final String SUPPLIER_ADMISSION_BARRED = "supplierAdmissionBarred";

        private Message() {}
    }

    /** Keys of the decision tables that the model refers to. */
    public static final class Decision {
        public static final String SUPPLIER_OUTCOME = "supplierOutcome";

        private Decision() {}
    }

    private SupplierAdmissionProcess() {}
}
