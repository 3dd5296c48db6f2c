package org.sluice.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Conflict;
import org.sluice.process.NotFound;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.process.admission.SettleFinding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is asked about findings, of whom, and what they said. */
@Repository
class FindingReviews {

    /**
     * One finding, asked of one role.
     *
     * @param place among the reviews of its round, from 0
     * @param kept the answer was given at an earlier screening
     */
    record Review(
            UUID id,
            UUID finding,
            String rule,
            UUID admission,
            int round,
            int place,
            Role group,
            @Nullable FindingAnswer answer,
            @Nullable PersonId person,
            @Nullable String comment,
            @Nullable String condition,
            @Nullable LocalDate dueOn,
            @Nullable OffsetDateTime at,
            boolean kept) {}

    private static final String ROW = """
            select r.*, f.rule, f.admission, f.round from sluice.finding_review r
            join sluice.present_finding f on f.id = r.finding
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    FindingReviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void ask(UUID finding, int place, Role group) {
        jdbc.sql(
                        "insert into sluice.finding_review (id, finding, place, review_group, state) values (?, ?, ?, ?, 'ASKED')")
                .params(UUID.randomUUID(), finding, place, group.name())
                .update();
    }

    /** The answer that somebody gave about the same finding before stands. */
    void keep(UUID finding, int place, Review before) {
        jdbc.sql("""
                        insert into sluice.finding_review
                            (id, finding, place, review_group, state, answer, person, comment, condition, due_on, at, kept_from)
                        select ?, ?, ?, review_group, state, answer, person, comment, condition, due_on, at, id
                        from sluice.finding_review where id = ?
                        """).params(UUID.randomUUID(), finding, place, before.id()).update();
    }

    /** Those of the admission's present round that wait for an answer, in their order. */
    List<Review> asked(Admission admission) {
        return of(admission).stream().filter(review -> review.answer() == null).toList();
    }

    /** Those of the admission's present round, in their order. */
    List<Review> of(Admission admission) {
        return of(admission.id(), admission.round());
    }

    List<Review> of(UUID admission, int round) {
        return jdbc.sql(ROW + "where f.admission = ? and f.round = ? order by r.place")
                .params(admission, round)
                .query(FindingReviews::row)
                .list();
    }

    Review get(UUID id) {
        return jdbc.sql(ROW + "where r.id = ?")
                .param(id)
                .query(FindingReviews::row)
                .optional()
                .orElseThrow(() -> new NotFound("admission", id.toString()));
    }

    /**
     * @throws Conflict when it is answered already, or when the person has answered the same finding for another role:
     *     where two roles decide together, two people do
     */
    void answer(Review review, PersonId person, SettleFinding said) {
        if (others(review, person) > 0) {
            throw new Conflict("sameFindingTwice");
        }
        var answered = jdbc.sql("""
                        update sluice.finding_review
                        set state = 'ANSWERED', answer = ?, person = ?, comment = ?, condition = ?, due_on = ?, at = ?
                        where id = ? and state = 'ASKED'
                        """)
                .params(
                        String.valueOf(said.answer()),
                        person.value(),
                        blankToNull(said.comment()),
                        blankToNull(said.condition()),
                        said.dueOn(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        review.id())
                .update();
        if (answered == 0) {
            throw new Conflict("findingSettled");
        }
    }

    /** Makes the conditions of the present round those of the admission; made once. */
    void imposeConditions(Admission admission) {
        jdbc.sql("""
                        insert into sluice.admission_condition (review, admission, text_zh, text_en, due_on)
                        select r.id, f.admission, r.condition, r.condition, r.due_on from sluice.finding_review r
                        join sluice.present_finding f on f.id = r.finding
                        where f.admission = ? and f.round = ? and r.answer = 'ACCEPT_WITH_CONDITION'
                        on conflict do nothing
                        """).params(admission.id(), admission.round()).update();
    }

    private long others(Review review, PersonId person) {
        return jdbc.sql("select count(*) from sluice.finding_review where finding = ? and person = ?")
                .params(review.finding(), person.value())
                .query(Long.class)
                .single();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Review row(ResultSet row, int n) throws SQLException {
        var person = row.getObject("person", UUID.class);
        var answer = row.getString("answer");
        return new Review(
                row.getObject("id", UUID.class),
                row.getObject("finding", UUID.class),
                row.getString("rule"),
                row.getObject("admission", UUID.class),
                row.getInt("round"),
                row.getInt("place"),
                Role.valueOf(row.getString("review_group")),
                answer == null ? null : FindingAnswer.valueOf(answer),
                person == null ? null : new PersonId(person),
                row.getString("comment"),
                row.getString("condition"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("at", OffsetDateTime.class),
                row.getObject("kept_from") != null);
    }
}
