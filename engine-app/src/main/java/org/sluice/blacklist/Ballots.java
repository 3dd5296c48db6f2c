package org.sluice.blacklist;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.blacklist.DecideListing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was for and who was against an entry or its early end; a person has one say in a round. */
@Repository
class Ballots {

    enum Round {
        LISTING,
        COMMITTEE,
        LIFTING
    }

    record Ballot(
            Round round,
            LocalText person,
            Role role,
            boolean inFavour,
            @Nullable String comment,
            OffsetDateTime at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Ballots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param turn of a lifting; 0 for the entry itself
     * @throws Conflict when the person has had a say in this round already
     */
    void cast(CaseId caseId, Round round, int turn, PersonId person, Role role, DecideListing body) {
        var comment = body.comment();
        var cast = jdbc.sql("""
                        insert into sluice.blacklist_vote (case_id, round, turn, person, role, in_favour, comment, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        caseId.value(),
                        round.name(),
                        turn,
                        person.value(),
                        role.name(),
                        Boolean.TRUE.equals(body.inFavour()),
                        comment == null || comment.isBlank() ? null : comment.strip(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (cast == 0) {
            throw new Conflict("decidedAlready");
        }
    }

    int count(CaseId caseId, Round round, int turn) {
        return jdbc.sql("select count(*) from sluice.blacklist_vote where case_id = ? and round = ? and turn = ?")
                .params(caseId.value(), round.name(), turn)
                .query(Integer.class)
                .single();
    }

    /** True while nobody has been against it. */
    boolean areInFavour(CaseId caseId, Round round) {
        return of(caseId).stream().filter(each -> each.round() == round).allMatch(Ballot::inFavour);
    }

    List<Ballot> of(CaseId caseId) {
        return jdbc.sql("""
                        select v.*, p.name_zh, p.name_en from sluice.blacklist_vote v
                        join sluice.person p on p.id = v.person where v.case_id = ? order by v.at, v.person
                        """)
                .param(caseId.value())
                .query((row, n) -> new Ballot(
                        Round.valueOf(row.getString("round")),
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        Role.valueOf(row.getString("role")),
                        row.getBoolean("in_favour"),
                        row.getString("comment"),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }
}
