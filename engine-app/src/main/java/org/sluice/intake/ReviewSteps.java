package org.sluice.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The opinions and approvals that decision tables asked for, in order; one role is asked once a round. */
@Component
public class ReviewSteps {

    public enum Round {
        OPINION,
        /** The approvals at the requirement, with the budgeted amount. */
        REQUIREMENT,
        /** The approvals before signature, with the real amount and method. */
        CONTRACT
    }

    /**
     * @param basis the table and row that asked
     * @param person who answered, as that person is called now
     */
    public record Step(
            int seq,
            Role role,
            String basis,
            String state,
            @Nullable LocalText person,
            @Nullable String answer,
            @Nullable String comment) {}

    private static final String STEPS = """
            select s.*, p.name_zh, p.name_en
            from sluice.review_step s left join sluice.person p on p.id = s.person
            where s.case_id = ? and s.round = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a role at the end of a round unless it is already in it. */
    public void add(CaseId caseId, Round round, Role role, String basis) {
        jdbc.sql("""
                        insert into sluice.review_step (case_id, round, seq, role, basis, state)
                        select ?, ?, coalesce(max(seq), 0) + 1, ?, ?, 'WAITING'
                        from sluice.review_step where case_id = ? and round = ?
                        on conflict (case_id, round, role) do nothing
                        """)
                .params(caseId.value(), round.name(), role.name(), basis, caseId.value(), round.name())
                .update();
    }

    /** What was asked and answered in the round stays on record beside it; the round begins anew. */
    public void setAside(CaseId caseId, Round round) {
        jdbc.sql("""
                        update sluice.review_step set round = round || '/' || (
                            select 1 + count(distinct s.round) from sluice.review_step s
                            where s.case_id = :case and s.round like :round || '/%')
                        where case_id = :case and round = :round
                        """).param("case", caseId.value()).param("round", round.name()).update();
    }

    /** A step that was taken elsewhere and counts here. */
    void count(CaseId caseId, Round round, Role role, PersonId person) {
        jdbc.sql("""
                        update sluice.review_step set state = 'COUNTED', person = ?, at = ?
                        where case_id = ? and round = ? and role = ? and state = 'WAITING'
                        """)
                .params(
                        person.value(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caseId.value(),
                        round.name(),
                        role.name())
                .update();
    }

    /** Asks the next one; asked again, names the same until it has answered. */
    public Optional<Step> next(CaseId caseId, Round round) {
        return jdbc.sql("""
                        with asked as (
                            select * from sluice.review_step where case_id = :case and round = :round and state = 'ASKED'
                        ), marked as (
                            update sluice.review_step set state = 'ASKED'
                            where case_id = :case and round = :round and not exists (select 1 from asked)
                              and seq = (select min(seq) from sluice.review_step
                                         where case_id = :case and round = :round and state = 'WAITING')
                            returning *
                        )
                        select s.*, p.name_zh, p.name_en
                        from (select * from asked union all select * from marked) s
                        left join sluice.person p on p.id = s.person order by s.seq limit 1
                        """)
                .param("case", caseId.value())
                .param("round", round.name())
                .query(ReviewSteps::step)
                .optional();
    }

    Optional<Step> current(CaseId caseId, Round round) {
        return jdbc.sql(STEPS + "and s.state = 'ASKED' order by s.seq limit 1")
                .params(caseId.value(), round.name())
                .query(ReviewSteps::step)
                .optional();
    }

    /** @throws Conflict when nobody is being asked */
    public Step answer(
            CaseId caseId, Round round, PersonId person, boolean refused, String answer, @Nullable String comment) {
        var step = current(caseId, round).orElseThrow(() -> new Conflict("nobodyAsked"));
        jdbc.sql("""
                        update sluice.review_step set state = ?, person = ?, answer = ?, comment = ?, at = ?
                        where case_id = ? and round = ? and seq = ?
                        """)
                .params(
                        refused ? "REFUSED" : "DONE",
                        person.value(),
                        answer,
                        comment,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caseId.value(),
                        round.name(),
                        step.seq())
                .update();
        return step;
    }

    public List<Step> all(CaseId caseId, Round round) {
        return jdbc.sql(STEPS + "order by s.seq")
                .params(caseId.value(), round.name())
                .query(ReviewSteps::step)
                .list();
    }

    private static Step step(ResultSet row, int n) throws SQLException {
        return new Step(
                row.getInt("seq"),
                Role.valueOf(row.getString("role")),
                row.getString("basis"),
                row.getString("state"),
                row.getString("name_zh") == null
                        ? null
                        : new LocalText(row.getString("name_zh"), row.getString("name_en")),
                row.getString("answer"),
                row.getString("comment"));
    }

    /** When the last answer of a round was given, if any was. */
    public Optional<Instant> lastAnswer(CaseId caseId, Round round) {
        return jdbc.sql("select max(at) as at from sluice.review_step where case_id = ? and round = ?")
                .params(caseId.value(), round.name())
                .query((row, n) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Who took a step of the case, the last one if it was taken more than once. */
    Optional<PersonId> doer(CaseId caseId, String step) {
        return jdbc.sql(
                        "select person from sluice.case_participation where case_id = ? and step = ? order by at desc limit 1")
                .params(caseId.value(), step)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }
}
