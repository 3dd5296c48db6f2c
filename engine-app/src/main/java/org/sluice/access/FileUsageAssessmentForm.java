package org.sluice.access;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.Problems;
import org.sluice.process.access.FileUsageAssessment;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** The unit that wants a new use puts its impact assessment on file; others judge it. */
@Component
class FileUsageAssessmentForm implements TaskForm<FileUsageAssessment> {

    private final UsageRequests requests;
    private final UsageStore store;
    private final UsageGauge gauge;
    private final Parameters parameters;

    FileUsageAssessmentForm(UsageRequests requests, UsageStore store, UsageGauge gauge, Parameters parameters) {
        this.requests = requests;
        this.store = store;
        this.gauge = gauge;
        this.parameters = parameters;
    }

    @Override
    public String key() {
        return UsageAuthorizationProcess.Task.FILE_USAGE_ASSESSMENT;
    }

    @Override
    public Class<FileUsageAssessment> body() {
        return FileUsageAssessment.class;
    }

    @Override
    public FileUsageAssessment example(CaseId caseId) {
        return new FileUsageAssessment(
                "PIA-USE-001", gauge.today(), "Necessary and proportionate; the measures suffice.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of();
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("access.usage.assessment.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, FileUsageAssessment body) {
        var request = requests.open(caseId);
        new Problems()
                .when(
                        Objects.requireNonNull(body.assessmentOn()).isAfter(gauge.today()),
                        "assessmentOn",
                        "inTheFuture",
                        gauge.today())
                .orThrow();
        store.assessed(caseId, body, actor.id());
        requests.publish(
                "usage.assessmentFiled",
                request,
                actor,
                details("impactAssessment", body.assessmentNo(), "comment", body.conclusion()));
        return Flags.NONE;
    }
}
