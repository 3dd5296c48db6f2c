package org.sluice.evaluation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts what happens to an evaluation on record. */
@Component
class EvaluationEvents {

    private final ApplicationEventPublisher events;

    EvaluationEvents(ApplicationEventPublisher events) {
        this.events = events;
    }

    void publish(String action, Evaluation evaluation, @Nullable Actor actor, Map<String, Object> details) {
        events.publishEvent(new Auditable(action, evaluation.caseId(), actor, evaluation.subject(), details));
    }
}
