package org.sluice.tasks;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Conflict;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.Problems;
import org.sluice.process.TaskId;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.IdempotentRequests;
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
    /** PostgreSQL's serialization_failure and deadlock_detected: the same work may go through when tried again. */
    private static final Set<String> OVERTAKEN = Set.of("40001", "40P01");

    private final TaskRows rows;
    private final TaskForms forms;
    private final TaskService engine;
    private final Access access;
    private final Actors actors;
    private final CaseFiles files;
    private final Json json;
    private final IdempotentRequests requests;
    private final Clock clock;
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
            IdempotentRequests requests,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.forms = forms;
        this.engine = engine;
        this.access = access;
        this.actors = actors;
        this.files = files;
        this.json = json;
        this.requests = requests;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Claiming what is already one's own changes nothing.
     *
     * @param idempotencyKey a request with a key that was sent before changes nothing; null asks for no protection
     */
    TaskRow claim(TaskId id, @Nullable String idempotencyKey) {
        return once(id, idempotencyKey, "task.claim", actor -> {
            var task = openTask(actor, id);
            if (!actor.id().equals(task.assignee())) {
                files.requireOtherEyes(task.caseId(), forms.of(task).notSameEyesAs(), actor.id());
                rows.requireIsFor(id, actor.id());
                engine.claim(id.value(), actor.id().toString());
                audit("task.claimed", actor, task);
            }
        });
    }

    /** Giving back what nobody holds changes nothing; the key as in {@link #claim}. */
    TaskRow unclaim(TaskId id, @Nullable String idempotencyKey) {
        return once(id, idempotencyKey, "task.unclaim", actor -> {
            var task = openTask(actor, id);
            if (task.assignee() != null) {
                engine.setAssignee(id.value(), null);
                audit("task.returned", actor, task);
            }
        });
    }

    /**
     * A replay by the same person with the same body changes nothing; the key as in {@link #claim}.
     *
     * @param read gives the body by its type; asked only once the task is known to be this person's business, so that
     *     nobody else learns what it should look like
     */
    TaskRow complete(TaskId id, @Nullable String idempotencyKey, Function<Class<Body>, Body> read) {
        return inTransaction(() -> {
            var actor = actor();
            rows.lock(id);
            var task = find(actor, id);
            if (!actor.id().equals(task.completedBy())) {
                requireActs(actor, task);
            }
            var body = read.apply(forms.of(task).body());
            var request = List.of(id, body);
            requests.once(actor, idempotencyKey, "task.complete", request, TaskId.class, () -> {
                complete(actor, task, body);
                return id;
            });
            return task;
        });
    }

    private void complete(Actor actor, TaskRow task, Body body) {
        if (actor.id().equals(task.completedBy())) {
            if (!isReplay(task, body)) {
                throw new Conflict("taskCompletedByYou");
            }
        } else {
            apply(actor, open(actor, task), body);
        }
    }

    private TaskRow once(TaskId id, @Nullable String idempotencyKey, String operation, Consumer<Actor> effect) {
        return inTransaction(() -> {
            var actor = actor();
            requests.once(actor, idempotencyKey, operation, id, TaskId.class, () -> {
                effect.accept(actor);
                return id;
            });
            return find(actor, id);
        });
    }

    private void apply(Actor actor, TaskRow task, Body body) {
        var form = forms.of(task);
        var problems = new Problems().addAll(body.problems());
        form.lookUp(task.caseId(), body, problems);
        problems.orThrow();
        files.lock(task.caseId());
        files.requireOtherEyes(task.caseId(), form.notSameEyesAs(), actor.id());
        rows.requireIsFor(task.id(), actor.id());
        var flags = form.apply(actor, task.caseId(), body);
        files.participate(task.caseId(), task.key(), actor.id());
        rows.completedBy(task.id(), actor.id(), json.write(body), clock.instant());
        if (task.assignee() == null) {
            engine.claim(task.id().value(), actor.id().toString());
        }
        engine.complete(task.id().value(), flags.values());
        audit("task.completed", actor, task);
        giveBackWhatIsNoLongerFor(actor, task);
    }

    /** Whoever holds several tasks of a case may have ruled themselves out by this one: others are offered those now. */
    private void giveBackWhatIsNoLongerFor(Actor actor, TaskRow done) {
        for (var id : rows.heldOfCase(actor.id(), done.caseId())) {
            rows.find(id, actor.id())
                    .filter(task -> task.notForReader() != null)
                    .ifPresent(task -> {
                        engine.setAssignee(id.value(), null);
                        audit("task.returned", actor, task);
                    });
        }
    }

    private boolean isReplay(TaskRow task, Body body) {
        return task.body() != null && json.tree(task.body()).equals(json.tree(json.write(body)));
    }

    /** Who acts, with rights that nobody takes away before this transaction ends. */
    private Actor actor() {
        rows.keepRights(actors.person());
        return actors.current();
    }

    /**
     * The task, if it is open and this person may work on it. Its row is locked before it is read: what is read then
     * holds until this transaction ends, whoever else claims, closes or gives back.
     */
    private TaskRow openTask(Actor actor, TaskId id) {
        rows.lock(id);
        return open(actor, find(actor, id));
    }

    /** @param task as it was read after its row had been locked */
    private TaskRow open(Actor actor, TaskRow task) {
        requireActs(actor, task);
        if (actor.id().equals(task.completedBy())) {
            throw new Conflict("taskDoneByYou");
        }
        if (task.completedByName() != null) {
            throw new Conflict("taskCompleted", task.completedByName());
        }
        if (task.state() != TaskRow.State.OPEN) {
            throw new Conflict("taskCancelled");
        }
        if (task.assigneeName() != null && !actor.id().equals(task.assignee())) {
            throw new Conflict("taskClaimed", task.assigneeName());
        }
        return task;
    }

    private void requireActs(Actor actor, TaskRow task) {
        if (!access.acts(actor, task.candidateGroup(), task.unit())) {
            throw new NotPermitted("task", task.candidateGroup(), task.unitName());
        }
    }

    private TaskRow find(Actor actor, TaskId id) {
        return rows.find(id, actor.id()).orElseThrow(() -> new NotFound("task", id.value()));
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
                tryAgain(attempt);
            } catch (ProcessEngineException e) {
                if (!isOvertaken(e)) {
                    throw e;
                }
                tryAgain(attempt);
            }
        }
    }

    private static void tryAgain(int attempt) {
        if (attempt == TRIES) {
            throw new Conflict("busy");
        }
    }

    /** A deadlock that the database ended inside the engine comes in the engine's own wrapping. */
    static boolean isOvertaken(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && OVERTAKEN.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
