package org.sluice.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.budget.Budget;
import org.sluice.process.CaseId;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The changes of state that all steps of a request have in common: state, case file, money and record go together. */
@Component
class UsageRequests {

    private final UsageStore store;
    private final CaseFiles files;
    private final Budget budget;
    private final ApplicationEventPublisher events;

    UsageRequests(UsageStore store, CaseFiles files, Budget budget, ApplicationEventPublisher events) {
        this.store = store;
        this.files = files;
        this.budget = budget;
        this.events = events;
    }

    /** The request, held until this transaction ends, if it can still take a step. */
    UsageRequest open(CaseId caseId) {
        files.lock(caseId);
        var request = store.get(caseId);
        request.mustBe(UsageRequest.State.REQUESTED);
        return request;
    }

    /**
     * It comes to nothing: what was reserved is released.
     *
     * @param outcome message key below {@code outcome.}
     */
    void refuse(UsageRequest request, String outcome, @Nullable String reason) {
        end(request, UsageRequest.State.REFUSED, outcome, reason);
    }

    void end(UsageRequest request, UsageRequest.State state, String outcome, @Nullable String reason) {
        store.end(request.caseId(), state, reason);
        files.close(request.caseId(), state.name(), outcome);
        budget.release(request.caseId());
    }

    void publish(String action, UsageRequest request, @Nullable Actor actor, Map<String, Object> details) {
        events.publishEvent(new Auditable(action, request.caseId(), actor, request.subject(), details));
    }
}
