package org.sluice.exit;

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
import org.springframework.stereotype.Repository;

/** The signatures that the table asked for, in order. */
@Repository
class ExitApprovals {

    /**
     * @param role whose signature the table asked for
     * @param givenAs whose it was in the end; null while it is missing
     */
    record Signature(
            int seq,
            Role role,
            String state,
            @Nullable LocalText person,
            @Nullable Role givenAs,
            @Nullable String comment) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ExitApprovals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asked for again, they stay as they are. */
    void want(CaseId caseId, List<Role> roles) {
        for (int i = 0; i < roles.size(); i++) {
            jdbc.sql("""
                            insert into sluice.exit_approval (case_id, seq, role, state) values (?, ?, ?, 'WAITING')
                            on conflict do nothing
                            """).params(caseId.value(), i + 1, roles.get(i).name()).update();
        }
    }

    /** Asks the next one; asked again, names the same until it has answered. */
    Optional<Role> next(CaseId caseId) {
        if (asked(caseId).isEmpty()) {
            jdbc.sql("""
                            update sluice.exit_approval set state = 'ASKED'
                            where case_id = ? and seq = (select min(seq) from sluice.exit_approval
                                                         where case_id = ? and state = 'WAITING')
                            """).params(caseId.value(), caseId.value()).update();
        }
        return asked(caseId).map(Signature::role);
    }

    /** @throws Conflict when nobody is being asked */
    Signature answer(CaseId caseId, PersonId person, @Nullable Role insteadOf, boolean yes, @Nullable String comment) {
        var signature = asked(caseId).orElseThrow(() -> new Conflict("nobodyAsked"));
        jdbc.sql("""
                        update sluice.exit_approval set state = ?, person = ?, given_as = ?, comment = ?, at = ?
                        where case_id = ? and seq = ?
                        """)
                .params(
                        yes ? "GIVEN" : "REFUSED",
                        person.value(),
                        (insteadOf == null ? signature.role() : insteadOf).name(),
                        comment,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caseId.value(),
                        signature.seq())
                .update();
        return signature;
    }

    Optional<Signature> asked(CaseId caseId) {
        return of(caseId).stream().filter(each -> each.state().equals("ASKED")).findFirst();
    }

    List<Signature> of(CaseId caseId) {
        return jdbc.sql("""
                        select a.*, p.name_zh, p.name_en from sluice.exit_approval a
                        left join sluice.person p on p.id = a.person where a.case_id = ? order by a.seq
                        """)
                .param(caseId.value())
                .query((row, n) -> new Signature(
                        row.getInt("seq"),
                        Role.valueOf(row.getString("role")),
                        row.getString("state"),
                        row.getString("name_zh") == null
                                ? null
                                : new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("given_as") == null ? null : Role.valueOf(row.getString("given_as")),
                        row.getString("comment")))
                .list();
    }
}
