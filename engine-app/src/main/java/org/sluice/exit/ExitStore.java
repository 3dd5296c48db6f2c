package org.sluice.exit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.NotFound;
import org.sluice.process.PersonId;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.exit.ExitTrigger;
import org.sluice.shared.CaseNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of exits. */
@Repository
class ExitStore {

    private static final String CLOSED = "('ARCHIVED', 'REFUSED', 'WITHDRAWN')";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CaseNumbers numbers;

    ExitStore(JdbcClient jdbc, Clock clock, CaseNumbers numbers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbers = numbers;
    }

    String nextNumber() {
        return numbers.next("EXI", "sluice.exit_number");
    }

    /** Makes exits of one product happen one after the other until this transaction ends. */
    void lockProduct(UUID product) {
        jdbc.sql("select 1 from sluice.data_product where id = ? for update")
                .param(product)
                .query(Integer.class)
                .optional();
    }

    void insert(
            CaseId caseId,
            String number,
            UUID product,
            String productState,
            ExitTrigger trigger,
            String reason,
            @Nullable CaseId origin,
            @Nullable PersonId by) {
        jdbc.sql("""
                        insert into sluice.data_exit (case_id, number, product, trigger, reason, origin, state,
                            product_state_before, opened_by, opened_at)
                        values (:case, :no, :product, :trigger, :reason, :origin, 'OPEN', :before, :by, :at)
                        """)
                .param("case", caseId.value())
                .param("no", number)
                .param("product", product)
                .param("trigger", trigger.name())
                .param("reason", reason)
                .param("origin", origin == null ? null : origin.value())
                .param("before", productState)
                .param("by", by == null ? null : by.value())
                .param("at", now())
                .update();
    }

    /** @throws NotFound when the case is no exit */
    Exit get(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("exit", caseId.toString()));
    }

    Optional<Exit> find(CaseId caseId) {
        return jdbc.sql("select * from sluice.data_exit where case_id = ?")
                .param(caseId.value())
                .query(ExitStore::exit)
                .optional();
    }

    /** The exit of the product that is under way. */
    Optional<Exit> openOf(UUID product) {
        return jdbc.sql("select * from sluice.data_exit where product = ? and state not in " + CLOSED)
                .param(product)
                .query(ExitStore::exit)
                .optional();
    }

    /** The newest first. */
    List<Exit> ofProduct(UUID product) {
        return jdbc.sql("select * from sluice.data_exit where product = ? order by opened_at desc, number desc")
                .param(product)
                .query(ExitStore::exit)
                .list();
    }

    /** Exits of the supplier's products, the newest first. */
    List<Exit> ofSupplier(UUID supplier) {
        return jdbc.sql("""
                        select x.* from sluice.data_exit x join sluice.data_product p on p.id = x.product
                        where p.supplier = ? order by x.opened_at desc, x.number desc
                        """).param(supplier).query(ExitStore::exit).list();
    }

    /** Products that leave use now: none of them replaces another. */
    Set<UUID> leaving() {
        return jdbc.sql("select product from sluice.data_exit where state not in " + CLOSED)
                .query(UUID.class)
                .set();
    }

    /** The supplier's products that are in use. */
    List<UUID> inUse(UUID supplier) {
        return jdbc.sql(
                        "select id from sluice.data_product where supplier = ? and state in ('LISTED', 'DEGRADED') order by code")
                .param(supplier)
                .query(UUID.class)
                .list();
    }

    void state(CaseId caseId, ExitState state) {
        set(caseId, "state", state.name());
    }

    void assessed(CaseId caseId, Exit.Assessment facts) {
        jdbc.sql("""
                        update sluice.data_exit set incident_level = ?, source_lawful = ?, critical = ?, replacement_ready = ?,
                            assessment = ?
                        where case_id = ?
                        """)
                .params(
                        facts.incidentLevel().name(),
                        facts.sourceLawful(),
                        facts.critical(),
                        facts.replacementReady(),
                        facts.comment(),
                        caseId.value())
                .update();
    }

    void urgency(CaseId caseId, Exit.Urgency urgency) {
        jdbc.sql("""
                        update sluice.data_exit set urgency = ?, block_hours = ?, parallel_run_days = ?, degrade_mode = ?,
                            block_at = ?, state = 'ASSESSED'
                        where case_id = ?
                        """)
                .params(
                        urgency.code(),
                        urgency.blockHours(),
                        urgency.parallelRunDays(),
                        urgency.degradeMode(),
                        urgency.blockAt().atOffset(ZoneOffset.UTC),
                        caseId.value())
                .update();
    }

    void blocked(CaseId caseId, boolean blocked) {
        jdbc.sql("update sluice.data_exit set blocked_at = ? where case_id = ?")
                .params(blocked ? now() : null, caseId.value())
                .update();
    }

    void replacement(CaseId caseId, @Nullable UUID product, String reasons) {
        jdbc.sql("update sluice.data_exit set replacement = ?, replacement_reasons = ? where case_id = ?")
                .params(product, reasons, caseId.value())
                .update();
    }

    void bridge(CaseId caseId, @Nullable LocalDate until, String reasons) {
        jdbc.sql("update sluice.data_exit set bridge_until = ?, bridge_reasons = ? where case_id = ?")
                .params(until, reasons, caseId.value())
                .update();
    }

    void compared(CaseId caseId, Exit.Comparison comparison) {
        jdbc.sql("""
                        update sluice.data_exit set fits = ?, hit_rate_gap = ?, value_agreement = ?, ks_loss = ?, comparison = ?
                        where case_id = ?
                        """)
                .params(
                        comparison.fits(),
                        comparison.hitRateGap(),
                        comparison.valueAgreement(),
                        comparison.ksLoss(),
                        comparison.comment(),
                        caseId.value())
                .update();
    }

    void useEnded(CaseId caseId) {
        jdbc.sql("update sluice.data_exit set state = 'ENDED', use_ended_at = ? where case_id = ?")
                .params(now(), caseId.value())
                .update();
    }

    void end(CaseId caseId, ExitState state, @Nullable String reason) {
        jdbc.sql("update sluice.data_exit set state = ?, ended_at = ?, end_reason = ? where case_id = ?")
                .params(state.name(), now(), reason, caseId.value())
                .update();
    }

    /** @param column a constant of this class, never a caller's text */
    private void set(CaseId caseId, String column, Object value) {
        jdbc.sql("update sluice.data_exit set " + column + " = ? where case_id = ?")
                .params(value, caseId.value())
                .update();
    }

    private static Exit exit(ResultSet row, int n) throws SQLException {
        var origin = row.getObject("origin", UUID.class);
        var by = row.getObject("opened_by", UUID.class);
        return new Exit(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                row.getObject("product", UUID.class),
                ExitTrigger.valueOf(row.getString("trigger")),
                row.getString("reason"),
                origin == null ? null : new CaseId(origin),
                ExitState.valueOf(row.getString("state")),
                row.getString("product_state_before"),
                by == null ? null : new PersonId(by),
                Objects.requireNonNull(instant(row, "opened_at")),
                assessment(row),
                urgency(row),
                instant(row, "blocked_at"),
                row.getObject("replacement", UUID.class),
                row.getString("replacement_reasons"),
                row.getObject("bridge_until", LocalDate.class),
                row.getString("bridge_reasons"),
                comparison(row),
                instant(row, "use_ended_at"),
                instant(row, "ended_at"),
                row.getString("end_reason"));
    }

    private static Exit.@Nullable Assessment assessment(ResultSet row) throws SQLException {
        var incident = row.getString("incident_level");
        return incident == null
                ? null
                : new Exit.Assessment(
                        IncidentLevel.valueOf(incident),
                        row.getBoolean("source_lawful"),
                        row.getBoolean("critical"),
                        row.getBoolean("replacement_ready"),
                        row.getString("assessment"));
    }

    private static Exit.@Nullable Urgency urgency(ResultSet row) throws SQLException {
        var code = row.getString("urgency");
        return code == null
                ? null
                : new Exit.Urgency(
                        code,
                        row.getInt("block_hours"),
                        row.getInt("parallel_run_days"),
                        row.getBoolean("degrade_mode"),
                        Objects.requireNonNull(instant(row, "block_at")));
    }

    private static Exit.@Nullable Comparison comparison(ResultSet row) throws SQLException {
        var fits = row.getObject("fits", Boolean.class);
        return fits == null
                ? null
                : new Exit.Comparison(
                        fits,
                        plain(row.getBigDecimal("hit_rate_gap")),
                        plain(row.getBigDecimal("value_agreement")),
                        row.getBigDecimal("ks_loss") == null ? null : plain(row.getBigDecimal("ks_loss")),
                        row.getString("comparison"));
    }

    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
