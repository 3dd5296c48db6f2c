package org.sluice.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.PrivacyJobSteps;
import org.sluice.process.privacy.PrivacyOrderPartyProcess;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.WorkerWords;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("keepOrderRefusal")
class KeepOrderRefusal implements JavaDelegate {

    private final PrivacyJobSteps steps;

    KeepOrderRefusal(PrivacyJobSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var code = variables.find(PrivacyOrderTopic.REASON).orElse("unnamed");
        var words = WorkerWords.read(
                variables.find(PrivacyOrderPartyProcess.REFUSAL_WORDS).orElse(code));
        steps.refused(
                variables.get(PrivacyOrderPartyProcess.STEP_ID),
                variables.get(PrivacyOrderPartyProcess.PARTY_ID),
                code,
                words);
        variables.put(PrivacyOrderPartyProcess.COMPLETED, false);
    }
}
