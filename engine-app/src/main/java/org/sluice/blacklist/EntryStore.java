package org.sluice.blacklist;

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
import org.sluice.process.NotFound;
import org.sluice.process.PersonId;
import org.sluice.process.blacklist.BlacklistReason;
import org.sluice.shared.CaseNumbers;
import org.sluice.shared.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries of the blacklist; one about a supplier is never forgotten, since a second one weighs more. */
@Repository
class EntryStore {

    private static final String UNDECIDED = "state in ('PROPOSED', 'INVESTIGATING', 'NOTICED')";
    private static final String IN_FORCE = "state in ('EFFECTIVE', 'APPEALED')";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CaseNumbers numbers;

    EntryStore(JdbcClient jdbc, Clock clock, CaseNumbers numbers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbers = numbers;
    }

    String nextNumber() {
        return numbers.next("BLK", "sluice.blacklist_number");
    }

    /** Holds the supplier until this transaction ends, so that whatever bars it happens one after the other. */
    void lockSupplier(UUID supplier) {
        jdbc.sql("select 1 from sluice.supplier where id = ? for update")
                .param(supplier)
                .query(Integer.class)
                .optional();
    }

    void insert(CaseId caseId, String number, Blacklist.Proposal proposal, PersonId by) {
        jdbc.sql("""
                        insert into sluice.blacklist_entry
                            (case_id, number, supplier, state, reason, severity, evidence, origin, proposed_by, proposed_at)
                        values (:case, :number, :supplier, 'PROPOSED', :reason, :severity, :evidence, :origin, :by, :at)
                        """)
                .param("case", caseId.value())
                .param("number", number)
                .param("supplier", proposal.supplier())
                .param("reason", proposal.reason().name())
                .param("severity", proposal.severity())
                .param("evidence", proposal.evidence().strip())
                .param(
                        "origin",
                        proposal.origin() == null ? null : proposal.origin().value(),
                        java.sql.Types.OTHER)
                .param("by", by.value())
                .param("at", now())
                .update();
    }

    Optional<Entry> find(CaseId caseId) {
        return jdbc.sql("select * from sluice.blacklist_entry where case_id = ?")
                .param(caseId.value())
                .query(EntryStore::row)
                .optional();
    }

    /** @throws NotFound when the case is no entry of the blacklist */
    Entry get(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("blacklistEntry", caseId.toString()));
    }

    /** Those about one supplier, the newest first. */
    List<Entry> of(UUID supplier) {
        return jdbc.sql(
                        "select * from sluice.blacklist_entry where supplier = ? order by proposed_at desc, number desc")
                .param(supplier)
                .query(EntryStore::row)
                .list();
    }

    Optional<CaseId> proposed(UUID supplier) {
        return jdbc.sql("select case_id from sluice.blacklist_entry where supplier = ? and " + UNDECIDED)
                .param(supplier)
                .query((row, n) -> new CaseId(row.getObject("case_id", UUID.class)))
                .optional();
    }

    /** The entry in force that ends last. */
    Optional<Entry> inForce(UUID supplier) {
        return jdbc.sql("select * from sluice.blacklist_entry where supplier = ? and " + IN_FORCE
                        + " order by ends_on desc, number limit 1")
                .param(supplier)
                .query(EntryStore::row)
                .optional();
    }

    void state(CaseId caseId, BlacklistState state) {
        jdbc.sql("update sluice.blacklist_entry set state = ? where case_id = ?")
                .params(state.name(), caseId.value())
                .update();
    }

    /** Why it will not be listed, should it come to that. */
    void closedFor(CaseId caseId, String reason) {
        jdbc.sql("update sluice.blacklist_entry set closed_for = ? where case_id = ?")
                .params(reason, caseId.value())
                .update();
    }

    void noticed(CaseId caseId, String notice, LocalDate on) {
        jdbc.sql("update sluice.blacklist_entry set notice = ?, noticed_on = ?, state = 'NOTICED' where case_id = ?")
                .params(notice.strip(), on, caseId.value())
                .update();
    }

    void replied(CaseId caseId, String reply, LocalDate on) {
        jdbc.sql("update sluice.blacklist_entry set reply = ?, replied_on = ? where case_id = ?")
                .params(reply.strip(), on, caseId.value())
                .update();
    }

    /** Keeps what the table said of its length. */
    void duration(CaseId caseId, boolean repeat, int months, List<String> rows) {
        jdbc.sql("update sluice.blacklist_entry set repeat36m = ?, months = ?, duration_rows = ? where case_id = ?")
                .params(repeat, months, rows.toArray(String[]::new), caseId.value())
                .update();
    }

    void effective(CaseId caseId, LocalDate on, LocalDate until) {
        jdbc.sql("""
                        update sluice.blacklist_entry
                        set state = 'EFFECTIVE', effective_on = ?, ends_on = ?, closed_for = null where case_id = ?
                        """).params(on, until, caseId.value()).update();
    }

    void reviewed(CaseId caseId, boolean conditionsMet, String comment) {
        jdbc.sql("update sluice.blacklist_entry set conditions_met = ?, review = ? where case_id = ?")
                .params(conditionsMet, comment.strip(), caseId.value())
                .update();
    }

    void end(CaseId caseId, BlacklistState state, @Nullable String reason) {
        jdbc.sql("""
                        update sluice.blacklist_entry
                        set state = ?, closed_for = coalesce(?, closed_for), ended_at = ? where case_id = ?
                        """).params(state.name(), reason, now(), caseId.value()).update();
    }

    /**
     * Whether another entry about the supplier was in force on or after the day; one that an appeal has undone, or that
     * ended before anybody had decided its appeal, does not count.
     */
    boolean wasInForceSince(Entry entry, LocalDate day) {
        return jdbc.sql("""
                        select count(*) from sluice.blacklist_entry e
                        where supplier = :supplier and case_id <> :case and effective_on is not null
                        and state <> 'REVOKED' and coalesce((ended_at at time zone :zone)::date, ends_on) >= :day
                        and not (ended_at is not null and exists (
                            select 1 from sluice.blacklist_appeal a where a.case_id = e.case_id and a.upheld is null))
                        """)
                        .param("zone", WorkingDays.ZONE.getId())
                        .param("supplier", entry.supplier())
                        .param("case", entry.caseId().value())
                        .param("day", day)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those in force, the one that ends first before the others. */
    List<Entry> inForce() {
        return jdbc.sql("select * from sluice.blacklist_entry where " + IN_FORCE + " order by ends_on, number")
                .query(EntryStore::row)
                .list();
    }

    LocalDate today() {
        return clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable CaseId caseOrNull(@Nullable UUID id) {
        return id == null ? null : new CaseId(id);
    }

    private static Entry row(ResultSet row, int n) throws SQLException {
        return new Entry(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                row.getObject("supplier", UUID.class),
                BlacklistState.valueOf(row.getString("state")),
                BlacklistReason.valueOf(row.getString("reason")),
                row.getString("severity"),
                row.getString("evidence"),
                caseOrNull(row.getObject("origin", UUID.class)),
                new PersonId(row.getObject("proposed_by", UUID.class)),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("notice"),
                row.getObject("noticed_on", LocalDate.class),
                row.getString("reply"),
                row.getObject("replied_on", LocalDate.class),
                row.getObject("repeat36m", Boolean.class),
                row.getObject("months", Integer.class),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("review"),
                row.getObject("conditions_met", Boolean.class),
                row.getString("closed_for"));
    }
}
