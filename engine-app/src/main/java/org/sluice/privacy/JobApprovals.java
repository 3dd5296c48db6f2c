package org.sluice.privacy;

import java.time.Clock;
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

/** Who is asked about a privacy job, in order; after every pre-flight in a new round, if there is anything to ask. */
@Component
class JobApprovals {

    /**
     * @param basis what asked: {@code method}, {@code rows} or a rule
     * @param state WAITING, ASKED, APPROVED, REFUSED
     */
    record Step(
            int seq,
            int round,
            Role role,
            String basis,
            String state,
            @Nullable LocalText person,
            @Nullable String comment) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    JobApprovals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a role at the end unless it is asked in this round anyway. */
    void add(CaseId caseId, Role role, String basis) {
        jdbc.sql("""
                        insert into sluice.privacy_approval (case_id, seq, round, role, basis, state)
                        select :case, coalesce(max(seq), 0) + 1, :round, :role, :basis, 'WAITING'
                        from sluice.privacy_approval where case_id = :case
                        on conflict (case_id, round, role) do nothing
                        """)
                .param("case", caseId.value())
                .param("round", round(caseId))
                .param("role", role.name())
                .param("basis", basis)
                .update();
    }

    /** How often the parties were ordered to look already. */
    private int round(CaseId caseId) {
        return jdbc.sql("select count(*) from sluice.privacy_order where case_id = ? and what = 'PREFLIGHT'")
                .param(caseId.value())
                .query(Integer.class)
                .single();
    }

    /** Asks the next one; asked again, names the same until it has answered. */
    Optional<Role> next(CaseId caseId) {
        var asked = asked(caseId);
        if (asked.isPresent()) {
            return asked.map(Step::role);
        }
        jdbc.sql("""
                        update sluice.privacy_approval set state = 'ASKED'
                        where case_id = :case and seq = (select min(seq) from sluice.privacy_approval
                                                         where case_id = :case and state = 'WAITING')
                        """).param("case", caseId.value()).update();
        return asked(caseId).map(Step::role);
    }

    /** Who is being asked now. */
    Optional<Step> asked(CaseId caseId) {
        return all(caseId).stream().filter(step -> step.state().equals("ASKED")).findFirst();
    }

    /** @throws Conflict when nobody is being asked */
    Step answer(CaseId caseId, PersonId person, boolean approved, @Nullable String comment) {
        var step = asked(caseId).orElseThrow(() -> new Conflict("nobodyAsked"));
        jdbc.sql("""
                        update sluice.privacy_approval set state = ?, person = ?, comment = ?, at = ? where case_id = ? and seq = ?
                        """)
                .params(
                        approved ? "APPROVED" : "REFUSED",
                        person.value(),
                        comment,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caseId.value(),
                        step.seq())
                .update();
        return step;
    }

    List<Step> all(CaseId caseId) {
        return jdbc.sql("""
                        select a.*, p.name_zh, p.name_en
                        from sluice.privacy_approval a left join sluice.person p on p.id = a.person
                        where a.case_id = ? order by a.seq
                        """)
                .param(caseId.value())
                .query((row, n) -> new Step(
                        row.getInt("seq"),
                        row.getInt("round"),
                        Role.valueOf(row.getString("role")),
                        row.getString("basis"),
                        row.getString("state"),
                        row.getString("name_zh") == null
                                ? null
                                : new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("comment")))
                .list();
    }
}
