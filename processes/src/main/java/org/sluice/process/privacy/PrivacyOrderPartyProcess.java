package org.sluice.process.privacy;

import java.util.List;
import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/**
 * Names of {@code processes/privacy/privacy-order-party.bpmn} (隐私计算指令参与方): one party's part in a step of a privacy
 * job. The instance's tenant is that party, so that its worker sees this instance and no other's.
 */
public final class PrivacyOrderPartyProcess {

    public static final String KEY = "privacy-order-party";

    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");
    public static final Var<UUID> STEP_ID = PrivacyOrderTopic.STEP;
    public static final Var<String> PARTY_ID = PrivacyOrderTopic.PARTY;

    /** Into how many ranges a run is given out, each a task; 0 where the step has none. */
    public static final Var<Long> RANGES = PrivacyOrderTopic.RANGES;

    /** Out: the party's worker has carried the order out; false when it refused. */
    public static final Var<Boolean> COMPLETED = Var.flag("completed");

    /** The words that a worker sends with its refusal, beside {@link PrivacyOrderTopic#REASON}. */
    public static final Var<String> REFUSAL_WORDS = Var.text("refusalWords");

    public static final List<Var<?>> VARIABLES = List.of(CASE_ID, STEP_ID, PARTY_ID, RANGES, COMPLETED, REFUSAL_WORDS);

    /** Topics of the external tasks. */
    public static final class Topic {
        public static final String PRIVACY_ORDER = PrivacyOrderTopic.NAME;
        public static final String PRIVACY_RANGE = PrivacyRangeTopic.NAME;

        private Topic() {}
    }

    /** Codes of the errors that the model catches. */
    @SuppressWarnings("JavaLangClash") // every model calls them so
    public static final class Error {
        public static final String PRIVACY_ORDER_REFUSED = PrivacyOrderTopic.REFUSED;

        private Error() {}
    }

    private PrivacyOrderPartyProcess() {}
}
