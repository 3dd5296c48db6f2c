package org.sluice.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.privacy.PartyState;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what both parties were ordered to do, and how far each is. */
@Component
class OrderStore {

    /**
     * @param text the very text that was signed
     * @param ranges into how many a run is given out; 0 for none
     * @param done null while it is under way; false when a party did not do it
     */
    record Order(
            UUID step,
            CaseId caseId,
            int seq,
            PrivacyStep what,
            String text,
            String signature,
            Instant deadline,
            int ranges,
            @Nullable Boolean done,
            Instant orderedAt,
            @Nullable Instant endedAt) {}

    record Part(
            UUID step,
            String party,
            PartyState state,
            @Nullable String processInstance,
            @Nullable String externalTask,
            @Nullable LocalText says,
            PartRows.@Nullable Progress progress,
            @Nullable OrderReport report,
            @Nullable String receipt) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final PartRows parts;

    OrderStore(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.parts = new PartRows(jdbc, clock, "sluice.privacy_order_party", "order_step");
    }

    void insert(
            UUID step, CaseId caseId, PrivacyStep what, String text, String signature, Instant deadline, int ranges) {
        jdbc.sql("""
                        insert into sluice.privacy_order (step, case_id, seq, what, order_text, signature, deadline, ranges, ordered_at)
                        select :step, :case, coalesce(max(seq), 0) + 1, :what, :text, :signature, :deadline, :ranges, :now
                        from sluice.privacy_order where case_id = :case
                        """)
                .param("step", step)
                .param("case", caseId.value())
                .param("what", what.name())
                .param("text", text)
                .param("signature", signature)
                .param("deadline", at(deadline))
                .param("ranges", ranges)
                .param("now", now())
                .update();
    }

    void insertPart(UUID step, String party) {
        jdbc.sql("insert into sluice.privacy_order_party (order_step, party, state) values (?, ?, 'WAITING')")
                .params(step, party)
                .update();
    }

    Order get(UUID step) {
        return jdbc.sql("select * from sluice.privacy_order where step = ?")
                .param(step)
                .query(OrderStore::order)
                .optional()
                .orElseThrow(() -> new NotFound("privacyJob", step.toString()));
    }

    /** In the order in which they were given. */
    List<Order> of(CaseId caseId) {
        return jdbc.sql("select * from sluice.privacy_order where case_id = ? order by seq")
                .param(caseId.value())
                .query(OrderStore::order)
                .list();
    }

    /** The last one of this kind that both parties have carried out. */
    Optional<Order> lastDone(CaseId caseId, PrivacyStep what) {
        return of(caseId).stream()
                .filter(order -> order.what() == what && Boolean.TRUE.equals(order.done()))
                .reduce((one, later) -> later);
    }

    /** Runs that are under way in ranges, in which this party takes part. */
    List<UUID> runsInRanges(String party) {
        return jdbc.sql("""
                        select o.step from sluice.privacy_order o
                        join sluice.privacy_order_party p on p.order_step = o.step
                        where o.ranges > 0 and o.ended_at is null and p.party = ? order by o.ordered_at
                        """).param(party).query(UUID.class).list();
    }

    Part part(UUID step, String party) {
        return jdbc.sql("select * from sluice.privacy_order_party where order_step = ? and party = ?")
                .params(step, party)
                .query(this::part)
                .optional()
                .orElseThrow(() -> new NotFound("privacyJob", step.toString()));
    }

    List<Part> parts(UUID step) {
        return jdbc.sql("select * from sluice.privacy_order_party where order_step = ? order by party")
                .param(step)
                .query(this::part)
                .list();
    }

    Optional<Part> ofExternalTask(String task) {
        return jdbc.sql("select * from sluice.privacy_order_party where external_task = ?")
                .param(task)
                .query(this::part)
                .optional();
    }

    void processInstance(UUID step, String party, String instance) {
        parts.processInstance(step, party, instance);
    }

    void externalTask(String instance, String task) {
        parts.externalTask(instance, task);
    }

    void deadline(UUID step, Instant deadline) {
        jdbc.sql("update sluice.privacy_order set deadline = ? where step = ?")
                .params(at(deadline), step)
                .update();
    }

    void end(UUID step, boolean done) {
        jdbc.sql("update sluice.privacy_order set done = ?, ended_at = ? where step = ? and ended_at is null")
                .params(done, now(), step)
                .update();
    }

    /** Also takes back what the worker said last, if it says nothing now. */
    void partState(UUID step, String party, PartyState state, @Nullable LocalText says, @Nullable String refusal) {
        parts.state(step, party, state, says, refusal);
    }

    void report(UUID step, String party, OrderReport report, @Nullable String receipt) {
        jdbc.sql(
                        "update sluice.privacy_order_party set report = ?::jsonb, receipt = ? where order_step = ? and party = ?")
                .params(json.write(report), receipt, step, party)
                .update();
    }

    /** Takes back what a sum came to, and the digest that gives it away. */
    void forgetSums(CaseId caseId) {
        jdbc.sql("""
                        update sluice.privacy_order_party p set report = report - 'resultSum' - 'resultDigest'
                        from sluice.privacy_order o where o.step = p.order_step and o.case_id = ? and o.what = 'RELEASE'
                        """).param(caseId.value()).update();
    }

    /** The engine's instances by which the parties of the case were told to release. */
    List<String> releases(CaseId caseId) {
        return jdbc.sql("""
                        select p.process_instance from sluice.privacy_order_party p
                        join sluice.privacy_order o on o.step = p.order_step
                        where o.case_id = ? and o.what = 'RELEASE' and p.process_instance is not null
                        """).param(caseId.value()).query(String.class).list();
    }

    /** Nothing of what has ended meanwhile. */
    void progress(Part part, PartyWork.Report report) {
        parts.progress(part.step(), part.party(), report);
    }

    private static Order order(ResultSet row, int n) throws SQLException {
        return new Order(
                row.getObject("step", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("seq"),
                PrivacyStep.valueOf(row.getString("what")),
                row.getString("order_text"),
                row.getString("signature"),
                row.getObject("deadline", OffsetDateTime.class).toInstant(),
                row.getInt("ranges"),
                row.getObject("done", Boolean.class),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                instantOrNull(row, "ended_at"));
    }

    private Part part(ResultSet row, int n) throws SQLException {
        var report = row.getString("report");
        return new Part(
                row.getObject("order_step", UUID.class),
                row.getString("party"),
                PartyState.valueOf(row.getString("state")),
                row.getString("process_instance"),
                row.getString("external_task"),
                PartRows.says(row),
                PartRows.progress(row),
                report == null ? null : json.read(report, OrderReport.class),
                row.getString("receipt"));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
