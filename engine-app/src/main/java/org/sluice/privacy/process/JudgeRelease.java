package org.sluice.privacy.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.PrivacyJobSteps;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("judgeRelease")
class JudgeRelease implements JavaDelegate {

    private final PrivacyJobSteps steps;

    JudgeRelease(PrivacyJobSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var purgeAt = steps.judgeRelease(variables.caseId());
        variables.put(PrivacyJobProcess.RELEASE_DONE, purgeAt.isPresent());
        purgeAt.ifPresent(at -> variables.put(PrivacyJobProcess.PURGE_AT, Date.from(at)));
    }
}
