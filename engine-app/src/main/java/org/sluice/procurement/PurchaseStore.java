package org.sluice.procurement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.PersonId;
import org.sluice.process.procurement.PlanSourcing;
import org.sluice.shared.CaseNumbers;
import org.sluice.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of purchases and of who has joined whose. */
@Component
class PurchaseStore {

    /** An open purchase that others may join. */
    record Host(String number, LocalText title) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final CaseNumbers numbers;

    PurchaseStore(JdbcClient jdbc, Json json, Clock clock, CaseNumbers numbers) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.numbers = numbers;
    }

    /** Opens a purchase, or opens it anew with nothing planned. */
    void open(CaseId caseId) {
        var number = numbers.next("PUR", "sluice.purchase_number");
        jdbc.sql("""
                        insert into sluice.purchase (case_id, number, state, opened_at) values (?, ?, 'OPEN', ?)
                        on conflict (case_id) do update set state = 'OPEN'
                        """).params(caseId.value(), number, now()).update();
    }

    /** @throws NotFound when nothing is bought in this case */
    Purchase get(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("purchase", caseId.toString()));
    }

    Optional<Purchase> find(CaseId caseId) {
        return jdbc.sql("select * from sluice.purchase where case_id = ?")
                .param(caseId.value())
                .query(PurchaseStore::purchase)
                .optional();
    }

    void state(CaseId caseId, Purchase.State state) {
        set(caseId, "state", state.name());
    }

    void end(CaseId caseId, @Nullable String reason) {
        jdbc.sql("update sluice.purchase set state = 'ENDED', ended_at = ?, end_reason = ? where case_id = ?")
                .params(now(), reason, caseId.value())
                .update();
    }

    void plan(CaseId caseId, PlanSourcing plan) {
        jdbc.sql("update sluice.purchase set plan = ?::jsonb, note = null where case_id = ?")
                .params(json.write(plan), caseId.value())
                .update();
    }

    /** The facts of the market as they were planned with last. */
    PlanSourcing plan(CaseId caseId) {
        return json.read(
                jdbc.sql("select plan from sluice.purchase where case_id = ?")
                        .param(caseId.value())
                        .query(String.class)
                        .single(),
                PlanSourcing.class);
    }

    void method(CaseId caseId, String method, int minQuotes, String reasonDocument) {
        jdbc.sql("update sluice.purchase set method = ?, min_quotes = ?, reason_document = ? where case_id = ?")
                .params(method, minQuotes, reasonDocument, caseId.value())
                .update();
    }

    void note(CaseId caseId, String note) {
        set(caseId, "note", note);
    }

    void offerReasons(CaseId caseId, String reasons) {
        set(caseId, "offer_reasons", reasons);
    }

    void admittedUntil(CaseId caseId, @Nullable LocalDate until) {
        jdbc.sql("update sluice.purchase set admitted_until = ? where case_id = ?")
                .params(until, caseId.value())
                .update();
    }

    void supervisorReport(CaseId caseId, boolean wanted) {
        set(caseId, "supervisor_report", wanted);
    }

    int nextRound(CaseId caseId) {
        return jdbc.sql("update sluice.purchase set round = round + 1 where case_id = ? returning round")
                .param(caseId.value())
                .query(Integer.class)
                .single();
    }

    void join(CaseId caseId, CaseId host, String reason, PersonId by) {
        jdbc.sql(
                        "insert into sluice.purchase_join (case_id, host, reason, joined_by, joined_at) values (?, ?, ?, ?, ?)")
                .params(caseId.value(), host.value(), reason, by.value(), now())
                .update();
        // who had joined it goes along, so that nobody waits for a purchase that waits itself
        jdbc.sql("update sluice.purchase_join set host = ? where host = ?")
                .params(host.value(), caseId.value())
                .update();
    }

    void letGo(CaseId caseId) {
        jdbc.sql("delete from sluice.purchase_join where case_id = ?")
                .param(caseId.value())
                .update();
    }

    /** The cases that this purchase serves besides its own. */
    List<CaseId> joinedTo(CaseId host) {
        return jdbc.sql(
                        "select j.case_id from sluice.purchase_join j join sluice.purchase p using (case_id) where j.host = ? order by p.number")
                .param(host.value())
                .query((row, n) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    /** The purchase that serves this case, if it has joined one, and since when. */
    Optional<Joined> host(CaseId caseId) {
        return jdbc.sql("select host, joined_at from sluice.purchase_join where case_id = ?")
                .param(caseId.value())
                .query((row, n) -> new Joined(
                        new CaseId(row.getObject("host", UUID.class)),
                        row.getObject("joined_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    record Joined(CaseId host, java.time.Instant at) {}

    /** Open purchases but this one, for a class of data that is wanted here too, and with no offer chosen yet. */
    List<Host> hosts(CaseId but, List<String> dataClasses, int limit) {
        return jdbc.sql("""
                        select c.number, c.title from sluice.purchase p
                        join sluice.case_file c on c.case_id = p.case_id join sluice.requirement r on r.case_id = p.case_id
                        where p.state = 'OPEN' and p.case_id <> ? and r.data_classes && ?::text[]
                          and not exists (select 1 from sluice.quotation q where q.case_id = p.case_id and q.state = 'CHOSEN')
                        order by p.number desc limit ?
                        """)
                .params(but.value(), dataClasses.toArray(String[]::new), limit)
                .query((row, n) -> new Host(
                        row.getString("number"), new LocalText(row.getString("title"), row.getString("title"))))
                .list();
    }

    /** @param column a constant of this class, never a caller's text */
    private void set(CaseId caseId, String column, Object value) {
        jdbc.sql("update sluice.purchase set " + column + " = ? where case_id = ?")
                .params(value, caseId.value())
                .update();
    }

    private static Purchase purchase(ResultSet row, int n) throws SQLException {
        return new Purchase(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                Purchase.State.valueOf(row.getString("state")),
                row.getString("note"),
                row.getString("method"),
                row.getInt("min_quotes"),
                row.getString("reason_document"),
                row.getInt("round"),
                row.getString("offer_reasons"),
                row.getObject("admitted_until", LocalDate.class),
                row.getBoolean("supervisor_report"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
