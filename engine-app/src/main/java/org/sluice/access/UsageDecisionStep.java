package org.sluice.access;

import java.util.List;
import java.util.Objects;
import org.sluice.process.CaseId;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.rules.Severity;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/** Asks the table who approves a use and for how long it may hold; what rules left to a person is added to them. */
@Component
class UsageDecisionStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(
            boolean sameLegalEntity,
            boolean purposeKnown,
            int jrLevel,
            boolean containsPersonalInfo,
            boolean automatedDecision,
            boolean sameLine) {}

    private final UsageRequests requests;
    private final UsageStore store;
    private final UsageFindings findings;
    private final UsageApprovals approvals;

    UsageDecisionStep(UsageRequests requests, UsageStore store, UsageFindings findings, UsageApprovals approvals) {
        this.requests = requests;
        this.store = store;
        this.findings = findings;
        this.approvals = approvals;
    }

    @Override
    public String element() {
        return "usageDecision";
    }

    @Override
    public String decision() {
        return UsageAuthorizationProcess.Decision.USAGE_DECISION;
    }

    @Override
    public Record facts(CaseId caseId) {
        var measure = Objects.requireNonNull(store.get(caseId).measure());
        return new Facts(
                measure.sameLegalEntity(),
                measure.purposeKnown(),
                measure.jrLevel(),
                measure.containsPersonalInfo(),
                measure.automatedDecision(),
                measure.sameLine());
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var request = requests.open(caseId);
        var row = rows.get(0);
        var path = UsageRequest.Path.valueOf(String.valueOf(row.outputs().get("path")));
        var assessment = Boolean.TRUE.equals(row.outputs().get("impactAssessment"));
        store.decided(caseId, path, row.whole("validMonths"), assessment);
        row.roles("approvers").forEach(role -> approvals.add(caseId, role, decision() + "/" + row.row()));
        findings.of(caseId).stream()
                .filter(finding -> finding.severity() == Severity.MANUAL)
                .forEach(
                        finding -> finding.reviewGroups().forEach(role -> approvals.add(caseId, role, finding.rule())));
        return Flags.of(UsageAuthorizationProcess.ASSESSMENT_WANTED, assessment && request.assessmentNo() == null);
    }
}
