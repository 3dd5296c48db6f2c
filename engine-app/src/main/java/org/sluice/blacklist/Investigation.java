package org.sluice.blacklist;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the investigators found; a person has one finding in a case. */
@Repository
class Investigation {

    record Finding(LocalText person, boolean confirmed, String finding, OffsetDateTime at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Investigation(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Conflict when the person has found already: two pairs of eyes are wanted */
    void find(CaseId caseId, PersonId person, boolean confirmed, String finding) {
        var found = jdbc.sql("""
                        insert into sluice.blacklist_finding (case_id, person, confirmed, finding, at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        caseId.value(),
                        person.value(),
                        confirmed,
                        finding.strip(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (found == 0) {
            throw new Conflict("investigatedAlready");
        }
    }

    List<Finding> of(CaseId caseId) {
        return jdbc.sql("""
                        select f.*, p.name_zh, p.name_en from sluice.blacklist_finding f
                        join sluice.person p on p.id = f.person where f.case_id = ? order by f.at, f.person
                        """)
                .param(caseId.value())
                .query((row, n) -> new Finding(
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        row.getBoolean("confirmed"),
                        row.getString("finding"),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }
}
