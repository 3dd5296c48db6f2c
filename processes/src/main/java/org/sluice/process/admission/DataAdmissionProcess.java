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

    /** Set by {@code screenProduct}: how many reviews the findings ask for, and whether there is any. */
    public static final Var<Long> REVIEW_COUNT = Var.number("reviewCount");

    public static final Var<Boolean> REVIEW_WANTED = Var.flag("reviewWanted");

    /** Of one review: whom it is for. */
    public static final Var<String> REVIEWER_ROLE = Var.text("reviewerRole");

    /** How many fields are graded, one after the other. */
    public static final Var<Long> FIELD_COUNT = Var.number("fieldCount");

    /** Set by {@code checkTestGate}; at most one of the three, and none where there is nothing to test. */
    public static final Var<Boolean> PAPERS_MISSING = Var.flag("papersMissing");

    public static final Var<Boolean> WORKERS_TEST = Var.flag("workersTest");
    public static final Var<Boolean> TESTER_REPORTS = Var.flag("testerReports");

    /** The ordered match test and its two parties. */
    public static final Var<UUID> JOB_ID = Var.uuid("jobId");

    public static final Var<String> BANK_PARTY = Var.text("bankParty");
    public static final Var<String> SUPPLIER_PARTY = Var.text("supplierParty");
    public static final Var<Boolean> BANK_COMPLETED = Var.flag("bankCompleted");
    public static final Var<Boolean> SUPPLIER_COMPLETED = Var.flag("supplierCompleted");

    /** Set by {@code assessTest}: false when nothing can be made of what the workers said. */
    public static final Var<Boolean> TEST_USABLE = Var.flag("testUsable");

    /** Set by the outcome: at most one of the two. */
    public static final Var<Boolean> SUPPLEMENT_WANTED = Var.flag("supplementWanted");

    public static final Var<Boolean> VOTE_WANTED = Var.flag("voteWanted");

    /** How many members of the committee vote. */
    public static final Var<Long> VOTE_COUNT = Var.number("voteCount");

    /** Out: the product may be used, perhaps with conditions. */
    public static final Var<Boolean> ADMITTED = Var.flag("admitted");

    public static final Var<Boolean> CONDITIONS_SET = Var.flag("conditionsSet");

    public static final List<Var<?>> VARIABLES = List.of(
            CASE_ID,
            REVIEW_COUNT,
            REVIEW_WANTED,
            REVIEWER_ROLE,
            FIELD_COUNT,
            PAPERS_MISSING,
            WORKERS_TEST,
            TESTER_REPORTS,
            JOB_ID,
            BANK_PARTY,
            SUPPLIER_PARTY,
            BANK_COMPLETED,
            SUPPLIER_COMPLETED,
            TEST_USABLE,
            SUPPLEMENT_WANTED,
            VOTE_WANTED,
            VOTE_COUNT,
            ADMITTED,
            CONDITIONS_SET);

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

    /** Keys of the decision tables that the model refers to. */
    public static final class Decision {
        public static final String SENSITIVITY_GRADING = "sensitivityGrading";
        public static final String PRIVACY_TECHNIQUE = "privacyTechnique";
        public static final String ADMISSION_OUTCOME = "admissionOutcome";

        private Decision() {}
    }

    private DataAdmissionProcess() {}
}
