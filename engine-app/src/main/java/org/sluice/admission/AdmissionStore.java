package org.sluice.admission;

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
import org.sluice.process.Conflict;
import org.sluice.process.NotFound;
import org.sluice.shared.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The turns of admissions. */
@Repository
class AdmissionStore {

    private static final String SUBJECT = "coalesce(product, supplier)";

    private final JdbcClient jdbc;
    private final Clock clock;

    AdmissionStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins the next turn of a subject in a case. */
    UUID open(CaseId caseId, AdmissionKind kind, @Nullable UUID supplier, @Nullable UUID product, String stateBefore) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into sluice.admission
                            (id, case_id, kind, supplier, product, turn, state, state_before, opened_at)
                        select :id, :case, :kind, :supplier, :product, 1 + count(*), 'OPEN',
                               coalesce((select o.state_before from sluice.admission o
                                         where o.kind = :kind and o.state = 'OPEN'
                                         and coalesce(o.product, o.supplier) = :subject
                                         order by o.opened_at limit 1), :before), :at
                        from sluice.admission
                        where case_id = :case and kind = :kind and coalesce(product, supplier) = :subject
                        """)
                .param("id", id)
                .param("case", caseId.value())
                .param("kind", kind.name())
                .param("supplier", supplier, java.sql.Types.OTHER)
                .param("product", product, java.sql.Types.OTHER)
                .param("subject", product == null ? supplier : product)
                .param("before", stateBefore)
                .param("at", now())
                .update();
        return id;
    }

    /** What the last admission of the supplier that ended well says; false when there was none. */
    boolean isImportant(UUID supplier) {
        return jdbc.sql("""
                        select coalesce(important, false) from sluice.admission
                        where supplier = ? and kind = 'SUPPLIER' and state = 'ADMITTED' order by ended_at desc limit 1
                        """).param(supplier).query(Boolean.class).optional().orElse(false);
    }

    Optional<Admission> findOpen(CaseId caseId, AdmissionKind kind) {
        return jdbc.sql("select * from sluice.admission where case_id = ? and kind = ? and state = 'OPEN'")
                .params(caseId.value(), kind.name())
                .query(AdmissionStore::row)
                .optional();
    }

    /** @throws Conflict when none is open: it has ended meanwhile */
    Admission open(CaseId caseId, AdmissionKind kind) {
        return findOpen(caseId, kind).orElseThrow(() -> new Conflict("noOpenAdmission"));
    }

    /** The open one, else the one that ended last: for jobs that are run again. */
    Admission last(CaseId caseId, AdmissionKind kind) {
        return jdbc.sql("""
                        select * from sluice.admission where case_id = ? and kind = ?
                        order by state = 'OPEN' desc, ended_at desc limit 1
                        """)
                .params(caseId.value(), kind.name())
                .query(AdmissionStore::row)
                .optional()
                .orElseThrow(() -> new IllegalStateException("Case " + caseId + " has no admission of a " + kind));
    }

    Admission get(UUID id) {
        return jdbc.sql("select * from sluice.admission where id = ?")
                .param(id)
                .query(AdmissionStore::row)
                .optional()
                .orElseThrow(() -> new NotFound("admission", id.toString()));
    }

    /** Those that are open about a supplier or about one of its products, in any case. */
    List<Admission> openAbout(UUID supplier) {
        return jdbc.sql("select * from sluice.admission where state = 'OPEN' and supplier = ? order by opened_at, id")
                .param(supplier)
                .query(AdmissionStore::row)
                .list();
    }

    List<Admission> ofCase(CaseId caseId) {
        return jdbc.sql("select * from sluice.admission where case_id = ? order by opened_at desc, id")
                .param(caseId.value())
                .query(AdmissionStore::row)
                .list();
    }

    List<Admission> ofSupplier(UUID supplier) {
        return jdbc.sql("""
                        select * from sluice.admission where kind = 'SUPPLIER' and supplier = ?
                        order by opened_at desc, id
                        """).param(supplier).query(AdmissionStore::row).list();
    }

    List<Admission> ofProduct(UUID product) {
        return jdbc.sql("""
                        select * from sluice.admission where kind = 'PRODUCT' and product = ?
                        order by opened_at desc, id
                        """).param(product).query(AdmissionStore::row).list();
    }

    /** When this subject was last refused, in any case. */
    Optional<LocalDate> lastRefused(AdmissionKind kind, UUID subject) {
        return jdbc.sql("select max(ended_at) as at from sluice.admission where kind = ? and state = 'REFUSED' and "
                        + SUBJECT + " = ?")
                .params(kind.name(), subject)
                .query((row, n) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(at -> at.atZoneSameInstant(WorkingDays.ZONE).toLocalDate()))
                .single();
    }

    /** Whether another case has an open admission of the same subject. */
    boolean isOpenElsewhere(Admission admission) {
        return jdbc.sql("select count(*) from sluice.admission where kind = ? and state = 'OPEN' and id <> ? and "
                                + SUBJECT + " = ?")
                        .params(admission.kind().name(), admission.id(), admission.subject())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void important(Admission admission, boolean important) {
        jdbc.sql("update sluice.admission set important = ? where id = ?")
                .params(important, admission.id())
                .update();
    }

    /** Keeps what the outcome's table said. */
    void outcome(Admission admission, String outcome, String row, int validityMonths, int votesWanted) {
        jdbc.sql("""
                        update sluice.admission
                        set outcome = ?, outcome_row = ?, validity_months = ?, votes_wanted = ? where id = ?
                        """)
                .params(outcome, row, validityMonths, votesWanted, admission.id())
                .update();
    }

    /** The dossier goes back once more. */
    void nextRound(Admission admission) {
        jdbc.sql("update sluice.admission set round = round + 1 where id = ?")
                .param(admission.id())
                .update();
    }

    /** Why it will be refused. */
    void reason(Admission admission, String reason) {
        jdbc.sql("update sluice.admission set reason = ? where id = ?")
                .params(reason, admission.id())
                .update();
    }

    void end(Admission admission, Admission.State state, @Nullable LocalDate validUntil) {
        jdbc.sql("update sluice.admission set state = ?, valid_until = ?, ended_at = ? where id = ? and state = 'OPEN'")
                .params(state.name(), validUntil, now(), admission.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Admission row(ResultSet row, int n) throws SQLException {
        return new Admission(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                AdmissionKind.valueOf(row.getString("kind")),
                row.getObject("supplier", UUID.class),
                row.getObject("product", UUID.class),
                row.getInt("turn"),
                Admission.State.valueOf(row.getString("state")),
                row.getInt("round"),
                row.getObject("important", Boolean.class),
                row.getString("outcome"),
                row.getObject("validity_months", Integer.class),
                row.getInt("votes_wanted"),
                row.getString("reason"),
                row.getObject("valid_until", LocalDate.class),
                row.getString("state_before"));
    }
}
