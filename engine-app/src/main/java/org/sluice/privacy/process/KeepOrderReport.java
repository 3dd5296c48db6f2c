package org.sluice.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.OrderReport;
import org.sluice.privacy.PrivacyJobSteps;
import org.sluice.process.privacy.PrivacyOrderPartyProcess;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("keepOrderReport")
class KeepOrderReport implements JavaDelegate {

    private final PrivacyJobSteps steps;

    KeepOrderReport(PrivacyJobSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        steps.done(
                variables.get(PrivacyOrderPartyProcess.STEP_ID),
                variables.get(PrivacyOrderPartyProcess.PARTY_ID),
                report(variables),
                variables.find(PrivacyOrderTopic.RECEIPT).orElse(null));
        variables.put(PrivacyOrderPartyProcess.COMPLETED, true);
    }

    private static OrderReport report(CaseVariables variables) {
        return new OrderReport(
                variables.find(PrivacyOrderTopic.OWN_SIZE).orElse(null),
                variables.find(PrivacyOrderTopic.EXPECTED_SECONDS).orElse(null),
                variables.find(PrivacyOrderTopic.EXPECTED_MIB).orElse(null),
                variables.find(PrivacyOrderTopic.PEER_SIZE).orElse(null),
                variables.find(PrivacyOrderTopic.MATCHED).orElse(null),
                variables.find(PrivacyOrderTopic.BYTES).orElse(null),
                variables.find(PrivacyOrderTopic.SECONDS).orElse(null),
                variables.find(PrivacyOrderTopic.RUNS).orElse(null),
                variables.find(PrivacyOrderTopic.TRANSCRIPT_HASH).orElse(null),
                variables.find(PrivacyOrderTopic.RESULT_ROWS).orElse(null),
                variables.find(PrivacyOrderTopic.RESULT_DIGEST).orElse(null),
                variables.find(PrivacyOrderTopic.RESULT_SUM).orElse(null));
    }
}
