package org.sluice.privacy.process;

import static org.sluice.process.privacy.PrivacyJobPartyProcess.COMPLETED;
import static org.sluice.process.privacy.PrivacyJobPartyProcess.JOB_ID;
import static org.sluice.process.privacy.PrivacyJobPartyProcess.PARTY_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.privacy.Figures;
import org.sluice.privacy.PartyJobs;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("keepPartyOutcome")
class KeepPartyOutcome implements JavaDelegate {

    private final PartyJobs jobs;

    KeepPartyOutcome(PartyJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        jobs.done(variables.get(JOB_ID), variables.get(PARTY_ID), figures(variables));
        variables
                .find(MatchTestTopic.RECEIPT)
                .ifPresent(receipt -> jobs.signed(variables.get(JOB_ID), variables.get(PARTY_ID), receipt));
        variables.put(COMPLETED, true);
    }

    private static Figures figures(CaseVariables variables) {
        return new Figures(
                variables.get(MatchTestTopic.OWN_SIZE),
                variables.get(MatchTestTopic.PEER_SIZE),
                variables.get(MatchTestTopic.MATCHED),
                variables.get(MatchTestTopic.MATCH_RATE),
                variables.get(MatchTestTopic.BYTES),
                variables.get(MatchTestTopic.SECONDS),
                variables.get(MatchTestTopic.RUNS),
                variables.get(MatchTestTopic.TRANSCRIPT_HASH));
    }
}
