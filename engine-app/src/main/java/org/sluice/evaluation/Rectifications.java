package org.sluice.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.PersonId;
import org.sluice.process.evaluation.ItemFinding;
import org.sluice.shared.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What suppliers were told to put right, by when, and what came of it. */
@Component
class Rectifications {

    enum State {
        ISSUED,
        VERIFIED,
        FAILED
    }

    record Rectification(
            State state,
            String demand,
            LocalDate dueOn,
            @Nullable String finding,
            @Nullable LocalDate checkedOn) {

        private boolean isClosedInTime() {
            return state == State.VERIFIED && checkedOn != null && !checkedOn.isAfter(dueOn);
        }

        private boolean isLate(LocalDate today) {
            return state != State.ISSUED || dueOn.isBefore(today);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Rectifications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ordered again it stays as it was ordered first. */
    void order(CaseId caseId, String demand, LocalDate dueOn, PersonId by) {
        jdbc.sql("""
                        insert into sluice.rectification (case_id, state, demand, due_on, ordered_by, ordered_at)
                        values (?, 'ISSUED', ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        caseId.value(),
                        demand,
                        dueOn,
                        by.value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void check(CaseId caseId, boolean verified, @Nullable String finding, PersonId by) {
        jdbc.sql("""
                        update sluice.rectification set state = ?, finding = ?, checked_by = ?, checked_at = ?
                        where case_id = ? and state = 'ISSUED'
                        """)
                .params(
                        (verified ? State.VERIFIED : State.FAILED).name(),
                        finding,
                        by.value(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caseId.value())
                .update();
    }

    Optional<Rectification> of(CaseId caseId) {
        return jdbc.sql("select * from sluice.rectification where case_id = ?")
                .param(caseId.value())
                .query(Rectifications::rectification)
                .optional();
    }

    /** How often this supplier has failed to put something right. */
    int failedBy(UUID supplier) {
        return jdbc.sql("""
                        select count(*) from sluice.rectification r join sluice.evaluation e on e.case_id = r.case_id
                        where e.supplier = ? and r.state = 'FAILED'
                        """).param(supplier).query(Integer.class).single();
    }

    /** What the product's rectifications since that day say together. */
    ItemFinding finding(UUID product, LocalDate since, LocalDate today) {
        var all = jdbc.sql("""
                        select r.* from sluice.rectification r join sluice.evaluation e on e.case_id = r.case_id
                        where e.product = ? and r.ordered_at >= ?
                        """)
                .params(product, since.atStartOfDay(WorkingDays.ZONE).toOffsetDateTime())
                .query(Rectifications::rectification)
                .list();
        if (all.stream().anyMatch(each -> each.isLate(today) && !each.isClosedInTime())) {
            return ItemFinding.STILL_OPEN;
        }
        return closed(all) ? ItemFinding.CLOSED_IN_TIME : ItemFinding.NO_FINDING;
    }

    private static boolean closed(List<Rectification> all) {
        return all.stream().anyMatch(Rectification::isClosedInTime);
    }

    private static Rectification rectification(ResultSet row, int n) throws SQLException {
        var checked = row.getObject("checked_at", java.time.OffsetDateTime.class);
        return new Rectification(
                State.valueOf(row.getString("state")),
                row.getString("demand"),
                row.getObject("due_on", LocalDate.class),
                row.getString("finding"),
                checked == null
                        ? null
                        : checked.atZoneSameInstant(WorkingDays.ZONE).toLocalDate());
    }
}
