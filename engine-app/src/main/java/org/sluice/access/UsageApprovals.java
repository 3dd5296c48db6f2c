package org.sluice.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is asked about a request, in order, and how the committee voted; a person has one vote. */
@Component
class UsageApprovals {

    /**
     * @param basis the table's row or the rule that asked
     * @param state WAITING, ASKED, APPROVED, REFUSED
     */
    record Step(
            int seq,
            Role role,
            String basis,
            String state,
            @Nullable LocalText person,
            @Nullable String comment) {}

    record Vote(
            LocalText person, boolean inFavour, @Nullable String comment) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    UsageApprovals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a role at the end unless it is asked anyway. */
    void add(CaseId caseId, Role role, String basis) {
        jdbc.sql("""
                        insert into sluice.usage_approval (case_id, seq, role, basis, state)
                        select :case, coalesce(max(seq), 0) + 1, :role, :basis, 'WAITING'
                        from sluice.usage_approval where case_id = :case
                        on conflict (case_id, role) do nothing
                        """)
                .param("case", caseId.value())
                .param("role", role.name())
                .param("basis", basis)
                .update();
    }

    /** Asks the next one; asked again, names the same until it has answered. */
    Optional<Step> next(CaseId caseId) {
        var asked = asked(caseId);
        if (asked.isPresent()) {
            return asked;
        }
        jdbc.sql("""
                        update sluice.usage_approval set state = 'ASKED'
                        where case_id = :case
                          and seq = (select min(seq) from sluice.usage_approval where case_id = :case and state = 'WAITING')
                        """).param("case", caseId.value()).update();
        return asked(caseId);
    }

    private Optional<Step> asked(CaseId caseId) {
        return all(caseId).stream().filter(step -> step.state().equals("ASKED")).findFirst();
    }

    /** @throws Conflict when nobody is being asked */
    Step answer(CaseId caseId, PersonId person, boolean approved, @Nullable String comment) {
        var step = asked(caseId).orElseThrow(() -> new Conflict("nobodyAsked"));
        jdbc.sql("""
                        update sluice.usage_approval set state = ?, person = ?, comment = ?, at = ? where case_id = ? and seq = ?
                        """)
                .params(approved ? "APPROVED" : "REFUSED", person.value(), comment, now(), caseId.value(), step.seq())
                .update();
        return step;
    }

    List<Step> all(CaseId caseId) {
        return jdbc.sql("""
                        select a.*, p.name_zh, p.name_en
                        from sluice.usage_approval a left join sluice.person p on p.id = a.person
                        where a.case_id = ? order by a.seq
                        """)
                .param(caseId.value())
                .query((row, n) -> new Step(
                        row.getInt("seq"),
                        Role.valueOf(row.getString("role")),
                        row.getString("basis"),
                        row.getString("state"),
                        row.getString("name_zh") == null ? null : name(row),
                        row.getString("comment")))
                .list();
    }

    /** @throws Conflict when the person has voted on it already: a quorum is of distinct people */
    void vote(CaseId caseId, PersonId person, boolean inFavour, @Nullable String comment) {
        var cast = jdbc.sql("""
                        insert into sluice.usage_vote (case_id, person, in_favour, comment, at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(caseId.value(), person.value(), inFavour, comment, now())
                .update();
        if (cast == 0) {
            throw new Conflict("votedAlready");
        }
    }

    List<Vote> votes(CaseId caseId) {
        return jdbc.sql("""
                        select v.*, p.name_zh, p.name_en from sluice.usage_vote v join sluice.person p on p.id = v.person
                        where v.case_id = ? order by v.at, v.person
                        """)
                .param(caseId.value())
                .query((row, n) -> new Vote(name(row), row.getBoolean("in_favour"), row.getString("comment")))
                .list();
    }

    private static LocalText name(ResultSet row) throws SQLException {
        return new LocalText(row.getString("name_zh"), row.getString("name_en"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
