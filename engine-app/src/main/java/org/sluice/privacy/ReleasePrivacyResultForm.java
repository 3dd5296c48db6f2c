package org.sluice.privacy;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Problems;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.process.privacy.ReleasePrivacyResult;
import org.sluice.rulebook.Parameters;
import org.sluice.rules.Severity;
import org.sluice.rules.facts.JobStage;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** Whether a held result is opened; the rules are asked again, now that its size is known. */
@Component
class ReleasePrivacyResultForm implements TaskForm<ReleasePrivacyResult> {

    private final PrivacyJobSteps steps;
    private final Orders orders;
    private final JobRules rules;
    private final JobFindings findings;
    private final Parameters parameters;

    ReleasePrivacyResultForm(
            PrivacyJobSteps steps, Orders orders, JobRules rules, JobFindings findings, Parameters parameters) {
        this.steps = steps;
        this.orders = orders;
        this.rules = rules;
        this.findings = findings;
        this.parameters = parameters;
    }

    @Override
    public String key() {
        return PrivacyJobProcess.Task.RELEASE_PRIVACY_RESULT;
    }

    @Override
    public Class<ReleasePrivacyResult> body() {
        return ReleasePrivacyResult.class;
    }

    @Override
    public ReleasePrivacyResult example(CaseId caseId) {
        return new ReleasePrivacyResult(true, "Released for the approved purpose.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("privacy.job.release.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ReleasePrivacyResult body) {
        var job = steps.held(caseId);
        job.mustBe(PrivacyJobState.HELD);
        var released = Boolean.TRUE.equals(body.released());
        if (released) {
            requireAllowed(actor, job, body);
        } else {
            steps.publish("privacyJob.withheld", job, actor, details("comment", body.comment()));
        }
        return Flags.of(PrivacyJobProcess.RELEASED, released);
    }

    private void requireAllowed(Actor actor, PrivacyJob job, ReleasePrivacyResult body) {
        var evaluation = rules.ask(job, JobStage.RELEASE, sizes(job), actor.id());
        evaluation.of(Severity.REJECT).stream().findFirst().ifPresent(finding -> {
            throw new Conflict("releaseForbidden", finding.id(), finding.text(), finding.remedy());
        });
        var comment = body.comment() == null ? "" : body.comment();
        var problems = new Problems();
        findings.of(job.caseId(), JobStage.RELEASE).stream()
                .filter(finding -> finding.severity() == Severity.MANUAL && !finding.judged())
                .forEach(finding -> problems.when(
                        comment.isBlank(), "comment", "reasonForFinding", finding.rule(), finding.text()));
        problems.orThrow();
        findings.judged(job.caseId());
    }

    private JobRules.Sizes sizes(PrivacyJob job) {
        var bank = orders.reported(job, PrivacyStep.RUN, job.bank().party());
        var partner = orders.reported(job, PrivacyStep.RUN, job.partner().party());
        if (bank == null || partner == null || bank.ownSize() == null || partner.ownSize() == null) {
            throw new Conflict("privacyJobState", job.number(), job.state());
        }
        return new JobRules.Sizes(Math.min(bank.ownSize(), partner.ownSize()), bank.matched());
    }
}
