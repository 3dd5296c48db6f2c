package org.sluice.demo.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes cases that have ended: their covers, who took part, their tasks, and their threads in the order of time. */
final class PastCases {

    private record Person(UUID id, LocalText name) {}

    /** A line of the audit trail, with the case that it belongs to. */
    private record Line(PastCase of, PastCase.Event event) {}

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final JdbcTemplate jdbc;
    private final Map<String, Person> people = new HashMap<>();

    PastCases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.query(
                "select a.username, p.id, p.name_zh, p.name_en from sluice.account a join sluice.person p on p.id = a.person",
                row -> {
                    people.put(
                            row.getString("username"),
                            new Person(
                                    row.getObject("id", UUID.class),
                                    new LocalText(row.getString("name_zh"), row.getString("name_en"))));
                });
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OffsetDateTime utc(ZonedDateTime at) {
        return at.toInstant().atOffset(ZoneOffset.UTC);
    }

    UUID person(String account) {
        return known(account).id();
    }

    private Person known(String account) {
        var person = people.get(account);
        if (person == null) {
            throw new IllegalStateException("The demo has no account " + account);
        }
        return person;
    }

    /** The cover, which everything else of a case refers to. */
    void open(PastCase past, @Nullable BigDecimal amount) {
        // what a requirement is called is one text in the words of whoever wrote it
        var english = past.kind() == CaseKind.REQUIREMENT ? null : past.title().en();
        jdbc.update(
                """
                insert into sluice.case_file (case_id, kind, number, title, title_en, org_unit, initiator, amount, state,
                    opened_at, closed_at, outcome)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                past.id(),
                past.kind().name(),
                past.number(),
                past.title().zh(),
                english,
                past.unit(),
                person(past.initiator()),
                amount,
                past.state(),
                utc(past.openedAt()),
                utc(past.endedAt()),
                past.outcome());
    }

    /** What happened in them, and that they were taken over now. */
    void tell(List<PastCase> cases, Instant now) {
        cases.forEach(this::tasks);
        var lines = new ArrayList<Line>();
        cases.forEach(past -> past.events().forEach(event -> lines.add(new Line(past, event))));
        lines.sort(Comparator.comparing(line -> line.event().at().toInstant()));
        var rows = new ArrayList<Object[]>();
        for (var line : lines) {
            var who = line.event().who();
            rows.add(new Object[] {
                utc(line.event().at()),
                who == null ? null : person(who),
                who == null ? null : json(known(who).name()),
                line.event().action(),
                line.of().id(),
                line.event().subject(),
                json(line.event().details())
            });
        }
        for (var past : cases) {
            rows.add(new Object[] {
                now.atOffset(ZoneOffset.UTC), null, null, "case.takenOver", past.id(), "case " + past.number(), "{}"
            });
        }
        jdbc.batchUpdate("""
                insert into sluice.audit_event (at, actor, actor_name, action, case_id, subject, details)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                """, rows);
    }

    private void tasks(PastCase past) {
        var taken = new ArrayList<Object[]>();
        taken.add(new Object[] {past.id(), "initiate", person(past.initiator()), utc(past.openedAt())});
        var tasks = new ArrayList<Object[]>();
        for (var task : past.tasks()) {
            var who = task.who() == null ? null : person(task.who());
            tasks.add(new Object[] {
                task.id().toString(),
                task.step().key(),
                past.process(),
                Draw.id("past instance", past.number()).toString(),
                past.id(),
                task.step().role().name(),
                task.step().unit(),
                who,
                who == null ? "CANCELLED" : "COMPLETED",
                utc(task.asked()),
                task.claimed() == null ? null : utc(task.claimed()),
                utc(task.due()),
                utc(task.ended()),
                who,
                task.body() == null ? null : json(task.body())
            });
            if (who != null) {
                taken.add(new Object[] {past.id(), task.step().key(), who, utc(task.ended())});
            }
        }
        jdbc.batchUpdate("""
                insert into sluice.case_participation (case_id, step, person, at) values (?, ?, ?, ?) on conflict do nothing
                """, taken);
        jdbc.batchUpdate("""
                insert into sluice.task (id, key, process_key, process_instance, case_id, candidate_group, org_unit, assignee,
                    state, created_at, claimed_at, due, ended_at, completed_by, body)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """, tasks);
    }
}
