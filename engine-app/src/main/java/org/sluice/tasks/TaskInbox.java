package org.sluice.tasks;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.Page;
import org.sluice.process.TaskId;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.TaskForm;
import org.sluice.ui.tasks.TaskDesk;
import org.springframework.stereotype.Service;

/** The tasklist of the person who is signed in. */
@Service
class TaskInbox implements TaskDesk {

    private final TaskRows rows;
    private final TaskForms forms;
    private final TaskCommands commands;
    private final CaseFiles files;
    private final Access access;
    private final Actors actors;
    private final Clock clock;

    TaskInbox(
            TaskRows rows,
            TaskForms forms,
            TaskCommands commands,
            CaseFiles files,
            Access access,
            Actors actors,
            Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.commands = commands;
        this.files = files;
        this.access = access;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public Page<Row> page(Filter filter, int offset, int limit) {
        var actor = actors.current();
        var question = new TaskRows.Question(
                actor,
                filter.scope() == Scope.MINE,
                filter.scope() == Scope.MY_GROUPS,
                filter.text(),
                filter.taskKey(),
                null,
                filter.overdueOnly() ? clock.instant() : null);
        return rows.page(question, offset, limit).map(task -> row(actor, task));
    }

    @Override
    public Row open(TaskId id) {
        var actor = actors.current();
        return row(actor, permitted(actor, id));
    }

    @Override
    public Material material(TaskId id) {
        var task = permitted(actors.current(), id);
        var form = forms.of(task);
        return new Material(
                form.choices(task.caseId()).stream().map(this::choice).toList(),
                form.figures(task.caseId()).stream()
                        .map(figure -> new Figure(figure.name(), figure.of(), figure.amount()))
                        .toList());
    }

    private Choice choice(TaskForm.Choice choice) {
        var named = files.numbered(choice.value()).orElse(null);
        return new Choice(
                choice.field(),
                choice.value(),
                choice.label(),
                choice.recommended(),
                named,
                choice.left(),
                choice.of());
    }

    @Override
    public void claim(TaskId id) {
        commands.claim(id, null);
    }

    @Override
    public void unclaim(TaskId id) {
        commands.unclaim(id, null);
    }

    @Override
    public void complete(TaskId id, Body body) {
        commands.complete(id, null, type -> body);
    }

    private TaskRow permitted(Actor actor, TaskId id) {
        var task = rows.find(id, actor.id())
                .filter(found -> found.state() == TaskRow.State.OPEN)
                .orElseThrow(() -> new NotFound("task", id.value()));
        if (!access.acts(actor, task.candidateGroup(), task.unit())) {
            throw new NotPermitted("task", task.candidateGroup(), task.unitName());
        }
        return task;
    }

    private static @Nullable LocalText reason(@Nullable Conflict conflict) {
        return conflict == null ? null : new LocalText(conflict.text(Locale.CHINESE), conflict.text(Locale.ENGLISH));
    }

    private Row row(Actor actor, TaskRow task) {
        return new Row(
                task.id(),
                task.key(),
                task.processKey(),
                task.caseId(),
                task.caseNumber(),
                task.caseTitle(),
                task.subject(),
                task.candidateGroup(),
                task.unit(),
                task.unitName(),
                task.assigneeName(),
                actor.id().equals(task.assignee()),
                task.amount(),
                task.createdAt(),
                task.due(),
                task.due() != null && task.due().isBefore(clock.instant()),
                task.remindedAt(),
                reason(task.notForReader()));
    }
}
