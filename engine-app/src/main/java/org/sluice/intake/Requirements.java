package org.sluice.intake;

import static org.sluice.process.intake.RequirementState.SUBMITTED;
import static org.sluice.process.intake.RequirementState.TRIAGED;

import org.jspecify.annotations.Nullable;
import org.sluice.budget.Budget;
import org.sluice.process.CaseId;
import org.sluice.process.intake.RequirementState;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The changes of state that every end of an intake has in common: state, case file, money and record go together. */
@Component
class Requirements {

    private final RequirementStore store;
    private final CaseFiles files;
    private final Budget budget;
    private final ApplicationEventPublisher events;

    Requirements(RequirementStore store, CaseFiles files, Budget budget, ApplicationEventPublisher events) {
        this.store = store;
        this.files = files;
        this.budget = budget;
        this.events = events;
    }

    /** The requirement, held until this transaction ends, if it can still take a step. */
    Requirement open(CaseId caseId) {
        files.lock(caseId);
        var requirement = store.get(caseId);
        requirement.mustBe(SUBMITTED, TRIAGED);
        return requirement;
    }

    /**
     * Ends the intake: whatever was reserved is released.
     *
     * @param outcome message key below {@code outcome.}
     */
    void end(Requirement requirement, RequirementState state, String outcome, @Nullable String reason) {
        store.state(requirement.caseId(), state, reason);
        files.close(requirement.caseId(), state.name(), outcome);
        budget.release(requirement.caseId());
    }

    /** A change of state that does not end the intake; the case's cover goes with it. */
    void state(Requirement requirement, RequirementState state) {
        store.state(requirement.caseId(), state, null);
        files.state(requirement.caseId(), state.name());
    }

    void publish(String action, Requirement requirement, @Nullable Actor actor, java.util.Map<String, Object> details) {
        events.publishEvent(new Auditable(action, requirement.caseId(), actor, requirement.subject(), details));
    }

    /** Details without what is absent. */
    static java.util.Map<String, Object> details(@Nullable Object... keysAndValues) {
        var details = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            var value = keysAndValues[i + 1];
            if (value != null && !(value instanceof String text && text.isBlank())) {
                details.put(
                        String.valueOf(keysAndValues[i]), value instanceof Enum<?> constant ? constant.name() : value);
            }
        }
        return details;
    }
}
