package org.sluice.admission;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Conflict;
import org.sluice.process.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The committee's votes on an admission; a person has one. */
@Repository
class Votes {

    record Vote(PersonId person, boolean inFavour, @Nullable String comment, OffsetDateTime at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Votes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Conflict when the person has voted on it already: a quorum is of distinct people */
    void cast(Admission admission, PersonId person, boolean inFavour, @Nullable String comment) {
        var cast = jdbc.sql("""
                        insert into sluice.committee_vote (admission, person, in_favour, comment, at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        admission.id(),
                        person.value(),
                        inFavour,
                        comment == null || comment.isBlank() ? null : comment.strip(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (cast == 0) {
            throw new Conflict("votedAlready");
        }
    }

    /** True while nobody has voted against it; a tie is thus no majority. */
    boolean areInFavour(Admission admission) {
        return of(admission.id()).stream().allMatch(Vote::inFavour);
    }

    List<Vote> of(UUID admission) {
        return jdbc.sql("select * from sluice.committee_vote where admission = ? order by at, person")
                .param(admission)
                .query((row, n) -> new Vote(
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getBoolean("in_favour"),
                        row.getString("comment"),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }
}
