package org.sluice.tasks;

import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.WorkingDays;
import org.sluice.shared.process.CaseVariables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Feeds the inbox from the engine's own task events, in the engine's transaction: a task and its line commit together.
 * Also decides, when a task is born, whose it is and when it is due.
 */
@Component
class TaskProjection implements TaskListener {

    private final TaskRows rows;
    private final TaskForms forms;
    private final CaseFiles files;
    private final CountedTasks countedTasks;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TaskProjection(
            TaskRows rows,
            TaskForms forms,
            CaseFiles files,
            CountedTasks countedTasks,
            WorkingDays workingDays,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.forms = forms;
        this.files = files;
        this.countedTasks = countedTasks;
        this.workingDays = workingDays;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void notify(DelegateTask task) {
        var id = new TaskId(task.getId());
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> create(id, task);
            case EVENTNAME_ASSIGNMENT -> rows.assign(id, assignee(task), clock.instant());
            case EVENTNAME_COMPLETE -> rows.end(id, TaskRow.State.COMPLETED, clock.instant());
            case EVENTNAME_DELETE -> cancel(id, task);
            default -> {
                // other events do not change the inbox
            }
        }
    }

    private void create(TaskId id, DelegateTask task) {
        var caseId = CaseVariables.of(task).caseId();
        var key = task.getTaskDefinitionKey();
        var group = Role.valueOf(task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("User task without a candidate group: " + key)));
        var unit = group.isBoundToUnit() ? files.get(caseId).unit() : UnitCode.HEAD_OFFICE;
        var now = clock.instant();
        var item = CaseVariables.of(task).item().orElse(null);
        var form = forms.of(key, item);
        var terms = form.terms(caseId, now);
        var due = workingDays.keptEnd(terms);
        task.setDueDate(Date.from(due));
        rows.insert(id, key, processKey(task), task.getProcessInstanceId(), item, caseId, form, group, unit, now, due);
        countedTasks.keep(id, terms);
        events.publishEvent(Auditable.of("task.created", caseId, null, "task " + key)
                .with("task", key)
                .with("role", group.name()));
    }

    private void cancel(TaskId id, DelegateTask task) {
        rows.end(id, TaskRow.State.CANCELLED, clock.instant());
        var key = task.getTaskDefinitionKey();
        events.publishEvent(
                Auditable.of("task.cancelled", CaseVariables.of(task).caseId(), null, "task " + key)
                        .with("task", key));
    }

    private static String processKey(DelegateTask task) {
        // "requirement-intake:1:4711" begins with the key; asking the repository would cost a query for each task
        var definition = task.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }

    private static @org.jspecify.annotations.Nullable PersonId assignee(DelegateTask task) {
        return task.getAssignee() == null ? null : new PersonId(UUID.fromString(task.getAssignee()));
    }
}
