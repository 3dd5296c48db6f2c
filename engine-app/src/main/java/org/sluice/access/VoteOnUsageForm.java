package org.sluice.access;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.process.access.VoteOnUsage;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.NotFor;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** One vote of the committee on a use. It passes when the whole quorum is in favour. */
@Component
class VoteOnUsageForm implements TaskForm<VoteOnUsage> {

    private final UsageRequests requests;
    private final UsageApprovals approvals;
    private final Parameters parameters;

    VoteOnUsageForm(UsageRequests requests, UsageApprovals approvals, Parameters parameters) {
        this.requests = requests;
        this.approvals = approvals;
        this.parameters = parameters;
    }

    @Override
    public String key() {
        return UsageAuthorizationProcess.Task.VOTE_ON_USAGE;
    }

    @Override
    public Class<VoteOnUsage> body() {
        return VoteOnUsage.class;
    }

    @Override
    public VoteOnUsage example(CaseId caseId) {
        return new VoteOnUsage(true, "In favour.");
    }

    @Override
    public Once once(CaseId caseId) {
        return new Once(caseId.value(), NotFor.VOTED_ALREADY);
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(
                CaseFiles.INITIATE,
                UsageAuthorizationProcess.Task.FILE_USAGE_ASSESSMENT,
                UsageAuthorizationProcess.Task.APPROVE_USAGE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("access.usage.vote.due")));
    }

    /** The last vote settles it: while one is missing, nothing has been refused. */
    @Override
    public Flags apply(Actor actor, CaseId caseId, VoteOnUsage body) {
        var request = requests.open(caseId);
        var inFavour = Boolean.TRUE.equals(body.inFavour());
        approvals.vote(caseId, actor.id(), inFavour, body.comment());
        requests.publish("usage.voteCast", request, actor, details("inFavour", inFavour, "comment", body.comment()));
        var votes = approvals.votes(caseId);
        var passed = votes.stream().allMatch(UsageApprovals.Vote::inFavour);
        if (!passed && votes.size() >= request.votesWanted()) {
            requests.refuse(request, "usageRefusedByCommittee", body.comment());
        }
        return Flags.of(UsageAuthorizationProcess.PASSED, passed);
    }
}
