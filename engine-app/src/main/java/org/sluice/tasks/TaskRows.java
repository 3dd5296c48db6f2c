package org.sluice.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Page;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.NotFor;
import org.sluice.shared.SearchText;
import org.sluice.shared.TaskForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the inbox projection. */
@Component
class TaskRows {

    /**
     * What the inbox asks for; rights are a part of the question, so that paging and counting are right.
     *
     * @param onlyOffered leaves out what the actor may not do because of what the actor has done before
     */
    record Question(
            Actor actor,
            boolean onlyMine,
            boolean onlyOffered,
            @Nullable String text,
            @Nullable String key,
            @Nullable CaseId caseId,
            @Nullable Instant overdueAt) {}

    private static final String FROM = """
            from sluice.task t
            join sluice.case_file c on c.case_id = t.case_id
            join sluice.org_unit u on u.code = t.org_unit
            left join sluice.person p on p.id = t.assignee
            left join sluice.person d on d.id = t.completed_by
            """;

    /** What a question is put to; the names in a line answer none. */
    private static final String ASKED = "from sluice.task t join sluice.case_file c on c.case_id = t.case_id ";

    private static final String ORDER = " order by t.due nulls last, c.amount desc nulls last, t.created_at, t.id";

    private static final String COLUMNS = """
            select t.*, c.number, c.title, c.title_en, c.amount, u.name_zh as unit_zh, u.name_en as unit_en,
                   p.name_zh as assignee_zh, p.name_en as assignee_en,
                   d.name_zh as completer_zh, d.name_en as completer_en,
                   (select array[n.because, n.step] from sluice.task_not_for n
                    where n.task = t.id and n.person = :reader limit 1) as not_for
            """;

    private final JdbcClient jdbc;
    private final Access access;

    TaskRows(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    void insert(
            TaskId id,
            String key,
            String processKey,
            String processInstance,
            @Nullable String item,
            CaseId caseId,
            TaskForm<?> form,
            Role group,
            UnitCode unit,
            Instant createdAt,
            Instant due) {
        var subject = form.subject(caseId);
        var once = form.once(caseId);
        jdbc.sql("""
                        insert into sluice.task (id, key, process_key, process_instance, item, case_id,
                                                 candidate_group, org_unit, state, created_at, due,
                                                 subject_zh, subject_en, other_eyes, once_for, once_because)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        id.value(),
                        key,
                        processKey,
                        processInstance,
                        item,
                        caseId.value(),
                        group.name(),
                        unit.value(),
                        utc(createdAt),
                        utc(due),
                        subject == null ? null : subject.zh(),
                        subject == null ? null : subject.en(),
                        form.notSameEyesAs().toArray(String[]::new),
                        once == null ? null : once.mark(),
                        once == null ? null : once.because().name())
                .update();
    }

    void assign(TaskId id, @Nullable PersonId person, Instant at) {
        jdbc.sql("update sluice.task set assignee = ?, claimed_at = ? where id = ? and state = 'OPEN'")
                .params(person == null ? null : person.value(), person == null ? null : utc(at), id.value())
                .update();
    }

    /** Marks the open tasks of this key as those whose people were asked again. */
    void remind(CaseId caseId, String key, Instant at) {
        jdbc.sql("update sluice.task set reminded_at = ? where case_id = ? and key = ? and state = 'OPEN'")
                .params(utc(at), caseId.value(), key)
                .update();
    }

    void end(TaskId id, TaskRow.State state, Instant at) {
        jdbc.sql("update sluice.task set state = ?, ended_at = ? where id = ? and state = 'OPEN'")
                .params(state.name(), utc(at), id.value())
                .update();
    }

    /** By a person, with what was answered; the engine's own word that it has ended then changes nothing. */
    void completedBy(TaskId id, PersonId person, String body, Instant at) {
        jdbc.sql("""
                        update sluice.task
                        set completed_by = ?, body = ?::jsonb, state = 'COMPLETED', ended_at = ?,
                            assignee = ?, claimed_at = coalesce(claimed_at, ?)
                        where id = ?
                        """)
                .params(person.value(), body, utc(at), person.value(), utc(at), id.value())
                .update();
    }

    Optional<TaskRow> find(TaskId id, PersonId reader) {
        return jdbc.sql(COLUMNS + FROM + " where t.id = :id")
                .param("id", id.value())
                .param("reader", reader.value())
                .query(TaskRows::row)
                .optional();
    }

    /** The open tasks that a person holds, in an order in which they can be locked one after the other. */
    List<TaskId> heldBy(PersonId person) {
        return jdbc.sql("select id from sluice.task where assignee = ? and state = 'OPEN' order by id")
                .param(person.value())
                .query((row, n) -> new TaskId(row.getString("id")))
                .list();
    }

    /** The open tasks of a case that a person holds; the case is locked, so that nobody else ends them. */
    List<TaskId> heldOfCase(PersonId person, CaseId caseId) {
        return jdbc.sql("select id from sluice.task where assignee = ? and case_id = ? and state = 'OPEN' order by id")
                .params(person.value(), caseId.value())
                .query((row, n) -> new TaskId(row.getString("id")))
                .list();
    }

    /** @throws Conflict when what the person has done before forbids this task: as it stands now, and whoever asks */
    void requireIsFor(TaskId id, PersonId person) {
        jdbc.sql("select because, step from sluice.task_not_for where task = ? and person = ? limit 1")
                .params(id.value(), person.value())
                .query((row, n) -> NotFor.valueOf(row.getString("because")).refusal(row.getString("step")))
                .optional()
                .ifPresent(conflict -> {
                    throw conflict;
                });
    }

    /** Keeps the person's rights as they are until this transaction ends, as far as tasks are concerned. */
    void keepRights(PersonId person) {
        jdbc.sql("select 1 from sluice.person where id = ? for share")
                .param(person.value())
                .query(Integer.class)
                .optional();
    }

    /** Waits for whoever leans on {@link #keepRights}, and lets nobody begin until this transaction ends. */
    void changeRights(PersonId person) {
        jdbc.sql("select 1 from sluice.person where id = ? for no key update")
                .param(person.value())
                .query(Integer.class)
                .optional();
    }

    /** Holds the task's row until this transaction ends, so that nobody else takes, ends or gives it back meanwhile. */
    void lock(TaskId id) {
        jdbc.sql("select 1 from sluice.task where id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .optional();
    }

    Page<TaskRow> page(Question question, int offset, int limit) {
        var values = new LinkedHashMap<String, Object>();
        var where = where(question, values);
        var total = jdbc.sql("select count(*) " + ASKED + where)
                .params(values)
                .query(Long.class)
                .single();
        values.put("reader", question.actor().id().value());
        values.put("limit", limit);
        values.put("offset", offset);
        // first which lines, then what stands in them: names are looked up for a page and not for all that wait
        var rows = jdbc.sql(COLUMNS + FROM + "where t.id in (select t.id " + ASKED + where + ORDER
                        + " limit :limit offset :offset)" + ORDER)
                .params(values)
                .query(TaskRows::row)
                .list();
        return new Page<>(total, rows);
    }

    private String where(Question question, Map<String, Object> values) {
        var where = new ArrayList<String>();
        // A closed case asks nobody any more, also in the moment before the engine has taken its tasks away.
        where.add("t.state = 'OPEN' and c.closed_at is null");
        where.add(rights(question.actor(), values));
        if (question.onlyOffered()) {
            // asked once for the person and not once for each task, whatever the server believes about its tables
            where.add("t.id not in (select n.task from sluice.task_not_for n where n.person = :reader)");
            values.put("reader", question.actor().id().value());
        }
        if (question.onlyMine()) {
            where.add("t.assignee = :me");
            values.put("me", question.actor().id().value());
        }
        if (question.text() != null && !question.text().isBlank()) {
            where.add("lower(concat_ws(' ', c.number, c.title, c.title_en, t.subject_zh, t.subject_en)) like :text");
            values.put("text", SearchText.like(question.text()));
        }
        if (question.key() != null) {
            where.add("t.key = :key");
            values.put("key", question.key());
        }
        if (question.caseId() != null) {
            where.add("t.case_id = :case");
            values.put("case", question.caseId().value());
        }
        if (question.overdueAt() != null) {
            where.add("t.due < :overdue");
            values.put("overdue", utc(question.overdueAt()));
        }
        return "where " + String.join(" and ", where);
    }

    /** Whose tasks these are is decided by {@link Access}; here it is only asked in SQL. */
    private String rights(Actor actor, Map<String, Object> values) {
        var acting = List.copyOf(access.acting(actor));
        values.put("roles", acting.stream().map(right -> right.role().name()).toArray(String[]::new));
        values.put("units", acting.stream().map(right -> right.unit().value()).toArray(String[]::new));
        // the pairs decide; the two conditions before them let the index find a group's tasks
        return """
               t.candidate_group = any(:roles::text[]) and t.org_unit = any(:units::text[])
               and (t.candidate_group, t.org_unit) in (select * from unnest(:roles::text[], :units::text[]))
               """;
    }

    private static TaskRow row(ResultSet row, int n) throws SQLException {
        var assignee = row.getObject("assignee", UUID.class);
        var completedBy = row.getObject("completed_by", UUID.class);
        var amount = row.getBigDecimal("amount");
        return new TaskRow(
                new TaskId(row.getString("id")),
                row.getString("key"),
                row.getString("process_key"),
                row.getString("item"),
                row.getString("subject_zh") == null
                        ? null
                        : new LocalText(row.getString("subject_zh"), row.getString("subject_en")),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                CaseFiles.title(row),
                Role.valueOf(row.getString("candidate_group")),
                new UnitCode(row.getString("org_unit")),
                new LocalText(row.getString("unit_zh"), row.getString("unit_en")),
                assignee == null ? null : new PersonId(assignee),
                assignee == null ? null : new LocalText(row.getString("assignee_zh"), row.getString("assignee_en")),
                amount == null ? null : new Money(amount),
                TaskRow.State.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "due"),
                instant(row, "reminded_at"),
                completedBy == null ? null : new PersonId(completedBy),
                completedBy == null
                        ? null
                        : new LocalText(row.getString("completer_zh"), row.getString("completer_en")),
                row.getString("body"),
                conflict(row));
    }

    private static @Nullable Conflict conflict(ResultSet row) throws SQLException {
        var notFor = row.getArray("not_for");
        if (notFor == null) {
            return null;
        }
        var said = (String[]) notFor.getArray();
        return NotFor.valueOf(said[0]).refusal(said[1]);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
