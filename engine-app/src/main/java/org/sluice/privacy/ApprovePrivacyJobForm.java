package org.sluice.privacy;

import static org.sluice.shared.Details.details;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Problems;
import org.sluice.process.privacy.ApprovePrivacyJob;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.NotFor;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** One approval of a privacy job; each of a round by another person. */
@Component
class ApprovePrivacyJobForm implements TaskForm<ApprovePrivacyJob> {

    private final PrivacyJobSteps steps;
    private final JobApprovals approvals;
    private final JobFindings findings;
    private final Parameters parameters;

    ApprovePrivacyJobForm(PrivacyJobSteps steps, JobApprovals approvals, JobFindings findings, Parameters parameters) {
        this.steps = steps;
        this.approvals = approvals;
        this.findings = findings;
        this.parameters = parameters;
    }

    @Override
    public String key() {
        return PrivacyJobProcess.Task.APPROVE_PRIVACY_JOB;
    }

    @Override
    public Class<ApprovePrivacyJob> body() {
        return ApprovePrivacyJob.class;
    }

    @Override
    public ApprovePrivacyJob example(CaseId caseId) {
        return new ApprovePrivacyJob(true, "Approved.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public @Nullable Once once(CaseId caseId) {
        return approvals
                .asked(caseId)
                .map(step -> new Once(mark(caseId, step.round()), NotFor.SAME_EYES))
                .orElse(null);
    }

    private static UUID mark(CaseId caseId, int round) {
        return UUID.nameUUIDFromBytes(("approvePrivacyJob " + caseId + " " + round).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("privacy.job.approval.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ApprovePrivacyJob body) {
        var job = steps.held(caseId);
        job.mustBe(PrivacyJobState.REQUESTED);
        var approved = Boolean.TRUE.equals(body.approved());
        var waived = approved ? waived(caseId, body) : List.<String>of();
        var step = approvals.answer(caseId, actor.id(), approved, body.comment());
        steps.publish(
                approved ? "privacyJob.approved" : "privacyJob.refused",
                job,
                actor,
                details(
                        "role",
                        step.role(),
                        "comment",
                        body.comment(),
                        "waived",
                        waived.isEmpty() ? null : String.join(", ", waived)));
        var ordered = job.step() != null;
        if (!approved) {
            steps.refuse(job, String.valueOf(body.comment()));
        }
        return Flags.of(PrivacyJobProcess.APPROVED, approved).and(PrivacyJobProcess.PURGE_ORDERED, ordered);
    }

    /**
     * The rules that an approval of whoever is asked waives.
     *
     * @throws org.sluice.process.Invalid where there are any and no reason is given
     */
    private List<String> waived(CaseId caseId, ApprovePrivacyJob body) {
        var asked = approvals.asked(caseId);
        var waivers = findings.of(caseId).stream()
                .filter(each -> each.mayBeWaived() && each.stands())
                .filter(each -> asked.isPresent()
                        && each.reviewGroups().contains(asked.get().role()))
                .toList();
        var problems = new Problems();
        waivers.forEach(each -> problems.when(
                body.comment() == null || body.comment().isBlank(),
                "comment",
                "reasonForWaiver",
                each.rule(),
                each.text()));
        problems.orThrow();
        return waivers.stream().map(JobFindings.Kept::rule).distinct().toList();
    }
}
