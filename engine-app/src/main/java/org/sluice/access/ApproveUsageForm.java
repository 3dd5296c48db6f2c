package org.sluice.access;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.Money;
import org.sluice.process.access.ApproveUsage;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** One approval of a use; each by another person. */
@Component
class ApproveUsageForm implements TaskForm<ApproveUsage> {

    private final UsageRequests requests;
    private final UsageStore store;
    private final UsageApprovals approvals;
    private final Parameters parameters;

    ApproveUsageForm(UsageRequests requests, UsageStore store, UsageApprovals approvals, Parameters parameters) {
        this.requests = requests;
        this.store = store;
        this.approvals = approvals;
        this.parameters = parameters;
    }

    @Override
    public String key() {
        return UsageAuthorizationProcess.Task.APPROVE_USAGE;
    }

    @Override
    public Class<ApproveUsage> body() {
        return ApproveUsage.class;
    }

    @Override
    public ApproveUsage example(CaseId caseId) {
        return new ApproveUsage(true, "Approved.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, UsageAuthorizationProcess.Task.FILE_USAGE_ASSESSMENT, key());
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("access.usage.approval.due")));
    }

    @Override
    public List<Figure> figures(CaseId caseId) {
        var cost = store.get(caseId).cost();
        return cost == null || cost.signum() == 0 ? List.of() : List.of(new Figure("cost", null, new Money(cost)));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ApproveUsage body) {
        var request = requests.open(caseId);
        var approved = Boolean.TRUE.equals(body.approved());
        var step = approvals.answer(caseId, actor.id(), approved, body.comment());
        requests.publish(
                approved ? "usage.approved" : "usage.refused",
                request,
                actor,
                details("role", step.role(), "comment", body.comment()));
        if (!approved) {
            requests.refuse(request, "usageRefused", body.comment());
        }
        return Flags.of(UsageAuthorizationProcess.APPROVED, approved);
    }
}
