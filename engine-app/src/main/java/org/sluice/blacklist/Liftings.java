package org.sluice.blacklist;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals to end entries before their term; an entry has at most one open. */
@Repository
class Liftings {

    /** @param turn from 1 */
    record Lifting(
            CaseId caseId,
            int turn,
            String grounds,
            @Nullable Boolean allowed,
            @Nullable Boolean lifted,
            @Nullable OffsetDateTime endedAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Liftings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void open(CaseId caseId, String grounds, PersonId by) {
        jdbc.sql("""
                        insert into sluice.blacklist_lifting (case_id, turn, grounds, proposed_by, proposed_at)
                        select :case, 1 + count(*), :grounds, :by, :at from sluice.blacklist_lifting where case_id = :case
                        """)
                .param("case", caseId.value())
                .param("grounds", grounds.strip())
                .param("by", by.value())
                .param("at", now())
                .update();
    }

    List<Lifting> of(CaseId caseId) {
        return jdbc.sql("select * from sluice.blacklist_lifting where case_id = ? order by turn")
                .param(caseId.value())
                .query((row, n) -> new Lifting(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getInt("turn"),
                        row.getString("grounds"),
                        row.getObject("allowed", Boolean.class),
                        row.getObject("lifted", Boolean.class),
                        row.getObject("ended_at", OffsetDateTime.class)))
                .list();
    }

    Optional<Lifting> open(CaseId caseId) {
        return of(caseId).stream().filter(each -> each.endedAt() == null).findFirst();
    }

    void allowed(Lifting lifting, boolean allowed, int afterMonths) {
        jdbc.sql("update sluice.blacklist_lifting set allowed = ?, after_months = ? where case_id = ? and turn = ?")
                .params(allowed, afterMonths, lifting.caseId().value(), lifting.turn())
                .update();
    }

    void end(Lifting lifting, boolean lifted) {
        jdbc.sql("update sluice.blacklist_lifting set lifted = ?, ended_at = ? where case_id = ? and turn = ?")
                .params(lifted, now(), lifting.caseId().value(), lifting.turn())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
