package org.sluice.process.admission;

import java.util.List;
import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/** Names of {@code processes/admission/data-admission.bpmn} (数据准入): from the dossier of a product to its admission. */
public final class DataAdmissionProcess {

    public static final String KEY = "data-admission";

    /** The case, which is also the business key. */
    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    /** Set by {@code screenProduct}: whether anybody has to settle a finding, and how many reviews there are. */
    public static final Var<Boolean> REVIEWS_WANTED = Var.flag("reviewsWanted");

    public static final Var<Long> REVIEW_COUNT = Var.number("reviewCount");

    /** Of one instance of a task that several people do: which one it is, and whose. */
    public static final Var<String> ITEM = Var.text("item");

    public static final Var<String> REVIEWER_ROLE = Var.text("reviewerRole");

    /** How many fields are graded, one after the other. */
    public static final Var<Long> FIELD_COUNT = Var.number("fieldCount");

    /** Set by {@code checkTestGate}: a test is due and its papers are not on file. */
    public static final Var<Boolean> PAPERS_MISSING = Var.flag("papersMissing");

    /** Set by {@code checkTestGate}: a test is due, and nothing stands in its way. */
    public static final Var<Boolean> TEST_WANTED = Var.flag("testWanted");

    /** Set by {@code checkTestGate}: bank and supplier have workers; else the tester reports. */
    public static final Var<Boolean> WORKERS_TEST = Var.flag("workersTest");

    /** The ordered match test and its two parties. */
    public static final Var<UUID> JOB_ID = Var.uuid("jobId");

    public static final Var<String> BANK_PARTY = Var.text("bankParty");
    public static final Var<String> SUPPLIER_PARTY = Var.text("supplierParty");

    /** Whether the parties' workers have done their parts. */
    public static final Var<Boolean> BANK_COMPLETED = Var.flag("bankCompleted");

    public static final Var<Boolean> SUPPLIER_COMPLETED = Var.flag("supplierCompleted");

    /** Set by {@code assessTest}: false when nothing can be made of what the workers said. */
    public static final Var<Boolean> TEST_USABLE = Var.flag("testUsable");

    /** Set by {@code admissionOutcome}. */
    public static final Var<Boolean> SUPPLEMENT_WANTED = Var.flag("supplementWanted");

    public static final Var<Boolean> REFUSED = Var.flag("refused");
    public static final Var<Boolean> COMMITTEE_WANTED = Var.flag("committeeWanted");
    public static final Var<Long> VOTE_COUNT = Var.number("voteCount");

    /** No vote so far was against it. */
    public static final Var<Boolean> PASSED = Var.flag("passed");

    /** Out: how it ended. */
    public static final Var<Boolean> ADMITTED = Var.flag("admitted");

    /** Set by {@code admitProduct}: it is admitted, and something has to be done by a day. */
    public static final Var<Boolean> CONDITIONAL = Var.flag("conditional");

    public static final List<Var<?>> VARIABLES = List.of(
            CASE_ID,
            REVIEWS_WANTED,
            REVIEW_COUNT,
            ITEM,
            REVIEWER_ROLE,
            FIELD_COUNT,
            PAPERS_MISSING,
            TEST_WANTED,
            WORKERS_TEST,
            JOB_ID,
            BANK_PARTY,
            SUPPLIER_PARTY,
            BANK_COMPLETED,
            SUPPLIER_COMPLETED,
            TEST_USABLE,
            SUPPLEMENT_WANTED,
            REFUSED,
            COMMITTEE_WANTED,
            VOTE_COUNT,
            PASSED,
            ADMITTED,
            CONDITIONAL);

    /** Keys of the user tasks. */
    public static final class Task {
        public static final String FILE_PRODUCT_DOSSIER = "fileProductDossier";
        public static final String SETTLE_PRODUCT_FINDING = "settleProductFinding";
        public static final String FILE_TEST_PAPERS = "fileTestPapers";
        public static final String ARRANGE_TEST = "arrangeTest";
        public static final String REPORT_SAMPLE_TEST = "reportSampleTest";
        public static final String VOTE_ON_PRODUCT = "voteOnProduct";

        private Task() {}
    }

    /** Names of messages. */
    public static final class Message {
        /** In: the supplier was put on the blacklist; stops the admission wherever it stands. */
        public static final String DATA_ADMISSION_BARRED = "dataAdmissionBarred";

        private Message() {}
    }

    /** Keys of the decision tables that the model refers to. */
    public static final class Decision {
        public static final String SENSITIVITY_GRADING = "sensitivityGrading";
        public static final String PRIVACY_TECHNIQUE = "privacyTechnique";
        public static final String ADMISSION_OUTCOME = "admissionOutcome";

        private Decision() {}
    }

    private DataAdmissionProcess() {}
}
