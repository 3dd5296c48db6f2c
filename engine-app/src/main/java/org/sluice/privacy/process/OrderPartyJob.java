package org.sluice.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.PartyJobs;
import org.sluice.process.privacy.PrivacyJobPartyProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("orderPartyJob")
class OrderPartyJob implements JavaDelegate {

    private final PartyJobs jobs;

    OrderPartyJob(PartyJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(jobs.begin(
                variables.get(PrivacyJobPartyProcess.JOB_ID),
                variables.get(PrivacyJobPartyProcess.PARTY_ID),
                execution.getProcessInstanceId()));
    }
}
