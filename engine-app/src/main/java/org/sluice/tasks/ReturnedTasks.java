package org.sluice.tasks;

import org.camunda.bpm.engine.TaskService;
import org.sluice.process.TaskId;
import org.sluice.shared.Access;
import org.sluice.shared.Auditable;
import org.sluice.shared.RightsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives tasks back to their group when whoever holds them may no longer do them, together with the loss of the right. */
@Component
class ReturnedTasks {

    private final TaskRows rows;
    private final TaskService engine;
    private final Access access;
    private final ApplicationEventPublisher events;

    ReturnedTasks(TaskRows rows, TaskService engine, Access access, ApplicationEventPublisher events) {
        this.rows = rows;
        this.engine = engine;
        this.access = access;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RightsChanged change) {
        rows.changeRights(change.person().id());
        rows.heldBy(change.person().id()).forEach(id -> giveBack(id, change));
    }

    private void giveBack(TaskId id, RightsChanged change) {
        rows.lock(id);
        var person = change.person();
        rows.find(id, person.id())
                .filter(task ->
                        task.state() == TaskRow.State.OPEN && person.id().equals(task.assignee()))
                .filter(task -> !access.acts(person, task.candidateGroup(), task.unit()))
                .ifPresent(task -> {
                    engine.setAssignee(id.value(), null);
                    events.publishEvent(
                            Auditable.of("task.returnedToGroup", task.caseId(), change.by(), "task " + task.key())
                                    .with("task", task.key())
                                    .with("account", person.username()));
                });
    }
}
