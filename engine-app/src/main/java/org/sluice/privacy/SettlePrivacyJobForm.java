package org.sluice.privacy;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.SettlePrivacyJob;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** What becomes of a job that went wrong. Before it begins again, whoever the rules name judges what they found. */
@Component
class SettlePrivacyJobForm implements TaskForm<SettlePrivacyJob> {

    private final PrivacyJobSteps steps;
    private final Parameters parameters;

    SettlePrivacyJobForm(PrivacyJobSteps steps, Parameters parameters) {
        this.steps = steps;
        this.parameters = parameters;
    }

    @Override
    public String key() {
        return PrivacyJobProcess.Task.SETTLE_PRIVACY_JOB;
    }

    @Override
    public Class<SettlePrivacyJob> body() {
        return SettlePrivacyJob.class;
    }

    @Override
    public SettlePrivacyJob example(CaseId caseId) {
        return new SettlePrivacyJob(true, "The supplier has started its worker again.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("privacy.job.settlement.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, SettlePrivacyJob body) {
        var job = steps.held(caseId);
        job.mustBe(PrivacyJobState.TROUBLED);
        var again = Boolean.TRUE.equals(body.again());
        if (again) {
            steps.again(job);
        }
        steps.publish("privacyJob.settled", job, actor, details("again", again, "comment", body.comment()));
        return Flags.of(PrivacyJobProcess.AGAIN, again);
    }
}
