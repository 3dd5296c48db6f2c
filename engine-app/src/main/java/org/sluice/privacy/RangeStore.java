package org.sluice.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.PartyState;
import org.sluice.process.privacy.PrivacyRangeTopic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what a run's ranges of buckets have come to at each party. */
@Component
class RangeStore {

    /** One range at one party. */
    record Range(
            UUID id,
            UUID step,
            String party,
            PartyState state,
            @Nullable String externalTask,
            @Nullable LocalText says,
            PartRows.@Nullable Progress progress) {}

    private final JdbcClient jdbc;
    private final PartRows rows;

    RangeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.rows = new PartRows(jdbc, clock, "sluice.privacy_order_range", "range_id");
    }

    /** All ranges of a run at a party whose part in it is known. */
    void insert(UUID step, String party, int ranges) {
        for (var index = 0; index < ranges; index++) {
            jdbc.sql("""
                            insert into sluice.privacy_order_range (range_id, order_step, party, range_index, state)
                            values (?, ?, ?, ?, 'WAITING')
                            """)
                    .params(PrivacyRangeTopic.id(step, index, ranges), step, party, index)
                    .update();
        }
    }

    /** The task by which the party whose process this is can run a range. */
    void externalTask(String processInstance, long index, String task) {
        jdbc.sql("""
                        update sluice.privacy_order_range r set external_task = ? from sluice.privacy_order_party p
                        where p.process_instance = ? and r.order_step = p.order_step and r.party = p.party
                            and r.range_index = ?
                        """).params(task, processInstance, index).update();
    }

    Optional<Range> ofExternalTask(String task) {
        return jdbc.sql("select * from sluice.privacy_order_range where external_task = ?")
                .param(task)
                .query(RangeStore::range)
                .optional();
    }

    /** In their order; empty where the run was not given out in ranges. */
    List<Range> of(UUID step, String party) {
        return jdbc.sql(
                        "select * from sluice.privacy_order_range where order_step = ? and party = ? order by range_index")
                .params(step, party)
                .query(RangeStore::range)
                .list();
    }

    /** Also takes back what the worker said last, if it says nothing now. */
    void state(Range range, PartyState state, @Nullable LocalText says) {
        rows.state(range.id(), range.party(), state, says, null);
    }

    /** Nothing of what has ended meanwhile. */
    void progress(Range range, PartyWork.Report report) {
        rows.progress(range.id(), range.party(), report);
    }

    /** Takes back what of a run's ranges has not ended at a party. */
    void withdraw(UUID step, String party) {
        of(step, party).stream()
                .filter(range -> !range.state().isEnd())
                .forEach(range -> state(range, PartyState.CANCELLED, null));
    }

    private static Range range(ResultSet row, int n) throws SQLException {
        return new Range(
                row.getObject("range_id", UUID.class),
                row.getObject("order_step", UUID.class),
                row.getString("party"),
                PartyState.valueOf(row.getString("state")),
                row.getString("external_task"),
                PartRows.says(row),
                PartRows.progress(row));
    }
}
