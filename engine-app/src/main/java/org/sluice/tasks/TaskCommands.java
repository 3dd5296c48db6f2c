package org.sluice.tasks;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.sluice.process.Body;
import org.sluice.process.Conflict;
import org.sluice.process.Invalid;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.TaskId;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Json;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims, gives back and completes. A completion checks claim, role x unit and four eyes, applies the feature's form and
 * ends the engine's task in one transaction. Whatever the engine does at the same time is waited out and tried again; a
 * person never sees it.
 */
@Component
class TaskCommands {

    private static final int TRIES = 5;

    private final TaskRows rows;
    private final TaskForms forms;
    private final TaskService engine;
    private final Access access;
    private final Actors actors;
    private final CaseFiles files;
    private final Json json;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    TaskCommands(
            TaskRows rows,
            TaskForms forms,
            TaskService engine,
            Access access,
            Actors actors,
            CaseFiles files,
            Json json,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.forms = forms;
        this.engine = engine;
        this.access = access;
        this.actors = actors;
        this.files = files;
        this.json = json;
        this.transaction = transaction;
        this.events = events;
    }

    /** Claiming what is already one's own changes nothing. */
    TaskRow claim(TaskId id) {
        return inTransaction(() -> {
            var actor = actor();
            var task = openTask(actor, id);
            if (!actor.id().equals(task.assignee())) {
                files.requireOtherEyes(task.caseId(), forms.get(task.key()).notSameEyesAs(), actor.id());
                engine.claim(id.value(), actor.id().toString());
                audit("task.claimed", actor, task);
            }
            return rows.find(id).orElseThrow();
        });
    }

    /** Giving back what nobody holds changes nothing. */
    TaskRow unclaim(TaskId id) {
        return inTransaction(() -> {
            var actor = actor();
            var task = openTask(actor, id);
            if (task.assignee() != null) {
                engine.setAssignee(id.value(), null);
                audit("task.returned", actor, task);
            }
            return rows.find(id).orElseThrow();
        });
    }

    /** A replay by the same person with the same body changes nothing. */
    void complete(TaskId id, Body body) {
        inTransaction(() -> {
            var actor = actor();
            rows.lock(id);
            var task = rows.find(id).orElseThrow(() -> new NotFound("task", id.value()));
            if (isReplay(actor, task, body)) {
                return task;
            }
            apply(actor, openTask(actor, id), body);
            return task;
        });
    }

    private void apply(Actor actor, TaskRow task, Body body) {
        var form = forms.get(task.key());
        var problems = body.problems();
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        files.lock(task.caseId());
        files.requireOtherEyes(task.caseId(), form.notSameEyesAs(), actor.id());
        if (task.assignee() == null) {
            engine.claim(task.id().value(), actor.id().toString());
        }
        var flags = form.apply(actor, task.caseId(), body);
        files.participate(task.caseId(), task.key(), actor.id());
        engine.complete(task.id().value(), flags.values());
        rows.completedBy(task.id(), actor.id(), json.write(body));
        audit("task.completed", actor, task);
    }

    private boolean isReplay(Actor actor, TaskRow task, Body body) {
        return task.state() == TaskRow.State.COMPLETED
                && actor.id().equals(task.completedBy())
                && task.body() != null
                && json.tree(task.body()).equals(json.tree(json.write(body)));
    }

    /** Who acts, with rights that nobody takes away before this transaction ends. */
    private Actor actor() {
        rows.keepRights(actors.current().id());
        return actors.current();
    }

    /**
     * The task, if it is open and this person may work on it. Its row is locked before it is read: what is read then
     * holds until this transaction ends, whoever else claims, closes or gives back.
     */
    private TaskRow openTask(Actor actor, TaskId id) {
        rows.lock(id);
        var task = rows.find(id).orElseThrow(() -> new NotFound("task", id.value()));
        if (!access.acts(actor, task.candidateGroup(), task.unit())) {
            throw new NotPermitted("task", task.candidateGroup(), task.unit());
        }
        if (task.state() != TaskRow.State.OPEN) {
            throw new Conflict(task.state() == TaskRow.State.COMPLETED ? "taskCompleted" : "taskCancelled", id);
        }
        if (task.assignee() != null && !task.assignee().equals(actor.id())) {
            throw new Conflict("taskClaimed", id);
        }
        return task;
    }

    private void audit(String action, Actor actor, TaskRow task) {
        events.publishEvent(
                Auditable.of(action, task.caseId(), actor, "task " + task.key()).with("task", task.key()));
    }

    private TaskRow inTransaction(Supplier<TaskRow> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw new Conflict("busy");
                }
            }
        }
    }
}
