package org.sluice.blacklist;

import java.time.Clock;
import java.time.LocalDate;
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

/** The suspensions of suppliers; a case has at most one open. */
@Repository
class Suspensions {

    record Suspension(
            UUID id,
            UUID supplier,
            String reason,
            PersonId signedBy,
            OffsetDateTime signedAt,
            LocalDate endsOn,
            @Nullable OffsetDateTime endedAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Suspensions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void sign(CaseId caseId, UUID supplier, String reason, PersonId by, LocalDate endsOn) {
        jdbc.sql("""
                        insert into sluice.supplier_suspension (id, case_id, supplier, reason, signed_by, signed_at, ends_on)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(UUID.randomUUID(), caseId.value(), supplier, reason, by.value(), now(), endsOn)
                .update();
    }

    Optional<Suspension> open(CaseId caseId) {
        return of(caseId).stream().filter(each -> each.endedAt() == null).findFirst();
    }

    List<Suspension> of(CaseId caseId) {
        return jdbc.sql("select * from sluice.supplier_suspension where case_id = ? order by signed_at")
                .param(caseId.value())
                .query((row, n) -> new Suspension(
                        row.getObject("id", UUID.class),
                        row.getObject("supplier", UUID.class),
                        row.getString("reason"),
                        new PersonId(row.getObject("signed_by", UUID.class)),
                        row.getObject("signed_at", OffsetDateTime.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getObject("ended_at", OffsetDateTime.class)))
                .list();
    }

    boolean isSuspended(UUID supplier) {
        return jdbc.sql("select count(*) from sluice.supplier_suspension where supplier = ? and ended_at is null")
                        .param(supplier)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void end(Suspension suspension) {
        jdbc.sql("update sluice.supplier_suspension set ended_at = ? where id = ? and ended_at is null")
                .params(now(), suspension.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
