package org.sluice.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.CaseId;
import org.sluice.process.Page;
import org.sluice.process.TaskId;
import org.sluice.shared.Actors;
import org.sluice.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The tasklist as programs see it: the same tasks and the same path of completion as the screen's. */
@Service
public class TaskBoard {

    private final TaskRows rows;
    private final TaskForms forms;
    private final TaskCommands commands;
    private final Actors actors;
    private final Json json;
    private final JdbcClient jdbc;

    TaskBoard(TaskRows rows, TaskForms forms, TaskCommands commands, Actors actors, Json json, JdbcClient jdbc) {
        this.rows = rows;
        this.forms = forms;
        this.commands = commands;
        this.actors = actors;
        this.json = json;
        this.jdbc = jdbc;
    }

    /**
     * Open tasks of the caller's groups, the most urgent first; of one case or with one key if asked for. What the caller
     * may not do because of what the caller has done before is shown with the reason: a program may act for others.
     */
    public Page<TaskView> page(@Nullable CaseId caseId, @Nullable String key, int offset, int limit, Locale locale) {
        var question = new TaskRows.Question(actors.current(), false, false, null, key, caseId, null);
        return rows.page(question, offset, limit).map(task -> view(task, locale));
    }

    /**
     * @param idempotencyKey the same key sent again changes nothing; null asks for no protection
     * @return the task, now claimed by the caller
     */
    public TaskView claim(TaskId id, @Nullable String idempotencyKey, Locale locale) {
        return view(commands.claim(id, idempotencyKey), locale);
    }

    /** @return the task, free again for its group */
    public TaskView unclaim(TaskId id, @Nullable String idempotencyKey, Locale locale) {
        return view(commands.unclaim(id, idempotencyKey), locale);
    }

    /**
     * Completes a task with a posted body.
     *
     * @return the case that it belongs to
     */
    public CaseId complete(TaskId id, @Nullable String idempotencyKey, JsonNode posted) {
        return commands.complete(id, idempotencyKey, type -> json.posted(posted, type))
                .caseId();
    }

    /** The body types of all user tasks by task key. */
    public Map<String, Class<? extends Body>> bodies() {
        var bodies = new TreeMap<String, Class<? extends Body>>();
        forms.all().forEach(form -> bodies.put(form.key(), form.body()));
        return bodies;
    }

    private TaskView view(TaskRow task, Locale locale) {
        var form = forms.of(task);
        return new TaskView(
                task.id().value(),
                task.key(),
                TaskNames.of(task.processKey(), task.key(), locale),
                task.caseId(),
                task.caseNumber(),
                task.caseTitle(),
                task.processKey(),
                task.item(),
                task.subject(),
                List.of(task.candidateGroup().name()),
                task.unit().value(),
                task.unitName(),
                task.assignee() == null ? null : username(task.assignee().value()),
                task.createdAt(),
                task.due(),
                task.remindedAt(),
                task.notForReader() == null ? null : task.notForReader().text(locale),
                form.body().getSimpleName(),
                json.tree(form.example(task.caseId())),
                form.choices(task.caseId()).stream()
                        .map(choice -> new TaskView.ChoiceView(
                                choice.field(),
                                choice.value(),
                                choice.label(),
                                choice.recommended(),
                                choice.left(),
                                choice.of()))
                        .toList(),
                form.figures(task.caseId()).stream()
                        .map(figure -> new TaskView.FigureView(figure.name(), figure.of(), figure.amount()))
                        .toList());
    }

    private String username(UUID person) {
        return jdbc.sql("select username from sluice.account where person = ? order by username limit 1")
                .param(person)
                .query(String.class)
                .optional()
                .orElse(person.toString());
    }
}
