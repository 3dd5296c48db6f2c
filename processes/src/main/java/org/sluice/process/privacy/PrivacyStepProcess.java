package org.sluice.process.privacy;

import java.util.List;
import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/**
 * Names of {@code processes/privacy/privacy-step.bpmn} (隐私计算任务步骤): one step of a privacy job, ordered of both
 * parties at once; over when both have carried it out or refused it.
 */
public final class PrivacyStepProcess {

    public static final String KEY = "privacy-step";

    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");
    public static final Var<UUID> STEP_ID = PrivacyOrderTopic.STEP;
    public static final Var<String> BANK_PARTY = Var.text("bankParty");
    public static final Var<String> PARTNER_PARTY = Var.text("partnerParty");

    public static final Var<Boolean> BANK_COMPLETED = Var.flag("bankCompleted");
    public static final Var<Boolean> PARTNER_COMPLETED = Var.flag("partnerCompleted");

    /** Out: both parties have carried it out. */
    public static final Var<Boolean> STEP_DONE = Var.flag("stepDone");

    public static final List<Var<?>> VARIABLES =
            List.of(CASE_ID, STEP_ID, BANK_PARTY, PARTNER_PARTY, BANK_COMPLETED, PARTNER_COMPLETED, STEP_DONE);

    private PrivacyStepProcess() {}
}
