package org.sluice.process.privacy;

import java.util.List;
import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/**
 * Names of {@code processes/privacy/privacy-job-party.bpmn} (隐私计算任务参与方): one party's part in a match test. It is
 * called once for each party; the instance's tenant is that party, so that its worker sees this instance and no other.
 */
public final class PrivacyJobPartyProcess {

    public static final String KEY = "privacy-job-party";

    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");
    public static final Var<UUID> JOB_ID = MatchTestTopic.JOB;
    public static final Var<String> PARTY_ID = MatchTestTopic.PARTY;

    /** Out: the party's worker has done its part; false when it refused. */
    public static final Var<Boolean> COMPLETED = Var.flag("completed");

    /** The words that a worker sends with its refusal, beside {@link MatchTestTopic#REASON}. */
    public static final Var<String> REFUSAL_WORDS = Var.text("refusalWords");

    public static final List<Var<?>> VARIABLES = List.of(CASE_ID, JOB_ID, PARTY_ID, COMPLETED, REFUSAL_WORDS);

    /** Topics of the external tasks. */
    public static final class Topic {
        public static final String MATCH_TEST = MatchTestTopic.NAME;

        private Topic() {}
    }

    /** Codes of the errors that the model catches. */
    @SuppressWarnings("JavaLangClash") // every model calls them so
    public static final class Error {
        public static final String MATCH_TEST_REFUSED = MatchTestTopic.REFUSED;

        private Error() {}
    }

    private PrivacyJobPartyProcess() {}
}
