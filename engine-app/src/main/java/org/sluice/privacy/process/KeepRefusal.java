package org.sluice.privacy.process;

import static org.sluice.process.privacy.PrivacyJobPartyProcess.COMPLETED;
import static org.sluice.process.privacy.PrivacyJobPartyProcess.JOB_ID;
import static org.sluice.process.privacy.PrivacyJobPartyProcess.PARTY_ID;
import static org.sluice.process.privacy.PrivacyJobPartyProcess.REFUSAL_WORDS;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.PartyJobs;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.process.privacy.WorkerWords;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("keepRefusal")
class KeepRefusal implements JavaDelegate {

    private final PartyJobs jobs;

    KeepRefusal(PartyJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        var code = variables.find(MatchTestTopic.REASON).orElse("unnamed");
        var words = WorkerWords.read(variables.find(REFUSAL_WORDS).orElse(code));
        jobs.refused(variables.get(JOB_ID), variables.get(PARTY_ID), code, words);
        variables.put(COMPLETED, false);
    }
}
