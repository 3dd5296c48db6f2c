package org.sluice.blacklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appeals against entries; an entry has at most one. */
@Repository
class Appeals {

    record Appeal(
            String grounds,
            LocalDate receivedOn,
            @Nullable Boolean upheld,
            @Nullable String decision) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Appeals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(CaseId caseId, String grounds, LocalDate receivedOn, PersonId by) {
        jdbc.sql("""
                        insert into sluice.blacklist_appeal (case_id, grounds, received_on, recorded_by)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(caseId.value(), grounds.strip(), receivedOn, by.value())
                .update();
    }

    void decide(CaseId caseId, boolean upheld, String decision, PersonId by) {
        jdbc.sql("""
                        update sluice.blacklist_appeal set upheld = ?, decision = ?, decided_by = ?, decided_at = ?
                        where case_id = ? and upheld is null
                        """)
                .params(upheld, decision.strip(), by.value(), clock.instant().atOffset(ZoneOffset.UTC), caseId.value())
                .update();
    }

    Optional<Appeal> of(CaseId caseId) {
        return jdbc.sql("select * from sluice.blacklist_appeal where case_id = ?")
                .param(caseId.value())
                .query((row, n) -> new Appeal(
                        row.getString("grounds"),
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("upheld", Boolean.class),
                        row.getString("decision")))
                .optional();
    }
}
