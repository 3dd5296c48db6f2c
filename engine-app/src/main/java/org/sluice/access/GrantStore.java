package org.sluice.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.access.UsageGrants.Grant;
import org.sluice.access.UsageGrants.Stop;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Page;
import org.sluice.process.UnitCode;
import org.sluice.process.access.Purpose;
import org.sluice.process.access.StopReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of grants. */
@Component
class GrantStore {

    static final String GRANT = """
            select g.*, p.code as product_code, p.name_zh as product_zh, p.name_en as product_en,
                   u.name_zh as unit_zh, u.name_en as unit_en, s.name_zh as scenario_zh, s.name_en as scenario_en,
                   f.number as case_number
            from sluice.usage_grant g join sluice.data_product p on p.id = g.product
            join sluice.org_unit u on u.code = g.org_unit join sluice.scenario s on s.code = g.scenario
            left join sluice.case_file f on f.case_id = g.case_id
            """;

    /** What is granted, before it has an id. */
    record Terms(
            @Nullable CaseId caseId,
            UUID product,
            UnitCode unit,
            String scenario,
            Purpose purpose,
            @Nullable String callingSystem,
            @Nullable List<String> fields,
            @Nullable Long callsPerDay,
            @Nullable String costCentre,
            LocalDate validTo,
            @Nullable LocalDate notAfter) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    GrantStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return empty when the like of it stands already */
    Optional<UUID> insert(Terms terms, @Nullable UUID movedFrom) {
        return jdbc.sql("""
                        insert into sluice.usage_grant (id, product, org_unit, case_id, scenario, purpose, calling_system, fields,
                            calls_per_day, cost_centre, state, granted_at, valid_to, not_after, moved_from)
                        values (:id, :product, :unit, :case, :scenario, :purpose, :system, :fields, :calls, :centre, 'ACTIVE', :now,
                            :until, :notAfter, :movedFrom)
                        on conflict do nothing returning id
                        """)
                .param("id", UUID.randomUUID())
                .param("product", terms.product())
                .param("unit", terms.unit().value())
                .param("case", terms.caseId() == null ? null : terms.caseId().value())
                .param("scenario", terms.scenario())
                .param("purpose", terms.purpose().name())
                .param("system", terms.callingSystem())
                .param("fields", terms.fields() == null ? null : terms.fields().toArray(String[]::new))
                .param("calls", terms.callsPerDay())
                .param("centre", terms.costCentre())
                .param("now", now())
                .param("until", terms.validTo())
                .param("notAfter", terms.notAfter())
                .param("movedFrom", movedFrom)
                .query(UUID.class)
                .optional();
    }

    List<Grant> of(List<CaseId> cases) {
        return jdbc.sql(GRANT + "where g.case_id = any(?) order by u.code, p.code, g.granted_at")
                .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query(GrantStore::grant)
                .list();
    }

    List<Grant> of(UUID product, List<String> states) {
        return jdbc.sql(GRANT + "where g.product = ? and g.state = any(?) order by u.code, s.code, g.granted_at, g.id")
                .params(product, states.toArray(String[]::new))
                .query(GrantStore::grant)
                .list();
    }

    Optional<Grant> find(UUID grant) {
        return jdbc.sql(GRANT + "where g.id = ?")
                .param(grant)
                .query(GrantStore::grant)
                .optional();
    }

    /** Holds a grant until this transaction ends. */
    void lock(UUID grant) {
        jdbc.sql("select 1 from sluice.usage_grant where id = ? for update")
                .param(grant)
                .query(Integer.class)
                .optional();
    }

    /** Holds those of a product that stand, in one order for everybody, until this transaction ends. */
    void lockOf(UUID product) {
        jdbc.sql("""
                        select 1 from sluice.usage_grant where product = ? and state in ('ACTIVE', 'SUSPENDED')
                        order by id for update
                        """).param(product).query(Integer.class).list();
    }

    void suspend(UUID grant, Ending why) {
        jdbc.sql("""
                        update sluice.usage_grant
                        set state = 'SUSPENDED', suspended_at = ?, suspended_by = ?, suspended_why = ?, suspended_comment = ?,
                            suspended_for = ?
                        where id = ?
                        """)
                .params(now(), why.person(), why.reason().name(), why.comment(), why.forCase(), grant)
                .update();
    }

    void resume(UUID grant) {
        jdbc.sql("""
                        update sluice.usage_grant
                        set state = 'ACTIVE', suspended_at = null, suspended_by = null, suspended_why = null,
                            suspended_comment = null, suspended_for = null
                        where id = ?
                        """).param(grant).update();
    }

    /** @param state REVOKED or EXPIRED */
    void end(UUID grant, String state, Ending why) {
        jdbc.sql("""
                        update sluice.usage_grant
                        set state = ?, ended_at = ?, ended_by = ?, ended_why = ?, ended_comment = ?, ended_for = ?,
                            suspended_at = null, suspended_by = null, suspended_why = null, suspended_comment = null,
                            suspended_for = null
                        where id = ?
                        """)
                .params(state, now(), why.person(), why.reason().name(), why.comment(), why.forCase(), grant)
                .update();
    }

    /** Those that stand though their time is over, each to be ended by itself. */
    List<UUID> overdue(LocalDate today) {
        return jdbc.sql("""
                        select id from sluice.usage_grant
                        where state in ('ACTIVE', 'SUSPENDED') and valid_to < ? order by valid_to, id
                        """).param(today).query(UUID.class).list();
    }

    /** Those that end by then and of which nobody was reminded yet. */
    List<UUID> ending(LocalDate by) {
        return jdbc.sql("""
                        select id from sluice.usage_grant
                        where state = 'ACTIVE' and valid_to <= ? and reminded_at is null order by valid_to, id
                        """).param(by).query(UUID.class).list();
    }

    /** @return false when that has been done */
    boolean reminded(UUID grant) {
        return jdbc.sql("update sluice.usage_grant set reminded_at = ? where id = ? and reminded_at is null")
                        .params(now(), grant)
                        .update()
                > 0;
    }

    /** Who suspended it, if a person did. */
    Optional<UUID> suspendedBy(UUID grant) {
        return jdbc.sql("select suspended_by from sluice.usage_grant where id = ? and suspended_by is not null")
                .param(grant)
                .query(UUID.class)
                .optional();
    }

    /**
     * Newest first.
     *
     * @param units whose grants are looked for; null for all
     */
    Page<Grant> page(
            @Nullable String text,
            @Nullable String state,
            @Nullable String product,
            @Nullable Set<UnitCode> units,
            int offset,
            int limit) {
        var where = new StringBuilder(" where true");
        var params = new HashMap<String, Object>();
        if (units != null) {
            where.append(" and g.org_unit = any(:units)");
            params.put("units", units.stream().map(UnitCode::value).toArray(String[]::new));
        }
        if (state != null) {
            where.append(" and g.state = :state");
            params.put("state", state);
        }
        if (product != null) {
            where.append(" and p.code = :product");
            params.put("product", product);
        }
        if (text != null && !text.isBlank()) {
            where.append(
                    " and position(lower(:text) in lower(concat_ws(' ', p.code, p.name_zh, p.name_en, u.name_zh, u.name_en,"
                            + " s.name_zh, s.name_en, g.calling_system, f.number))) > 0");
            params.put("text", text.strip());
        }
        var total = jdbc.sql("select count(*) from (" + GRANT + where + ") as found")
                .params(params)
                .query(Long.class)
                .single();
        var items = jdbc.sql(GRANT + where + " order by g.granted_at desc, g.id limit " + limit + " offset " + offset)
                .params(params)
                .query(GrantStore::grant)
                .list();
        return new Page<>(total, items);
    }

    static Grant grant(ResultSet row, int n) throws SQLException {
        var caseId = row.getObject("case_id", UUID.class);
        var fields = row.getArray("fields");
        return new Grant(
                row.getObject("id", UUID.class),
                row.getObject("product", UUID.class),
                row.getString("product_code"),
                new LocalText(row.getString("product_zh"), row.getString("product_en")),
                new UnitCode(row.getString("org_unit")),
                new LocalText(row.getString("unit_zh"), row.getString("unit_en")),
                row.getString("scenario"),
                new LocalText(row.getString("scenario_zh"), row.getString("scenario_en")),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("calling_system"),
                fields == null ? null : List.of((String[]) fields.getArray()),
                row.getObject("calls_per_day", Long.class),
                row.getString("cost_centre"),
                row.getString("state"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("not_after", LocalDate.class),
                caseId == null ? null : new CaseId(caseId),
                row.getString("case_number"),
                stop(row, "suspended"),
                stop(row, "ended"));
    }

    private static @Nullable Stop stop(ResultSet row, String stem) throws SQLException {
        var at = row.getObject(stem + "_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Stop(
                        at.toInstant(),
                        StopReason.valueOf(row.getString(stem + "_why")),
                        row.getString(stem + "_comment"));
    }

    /** Whether the unit may use any product of the supplier for the purpose now. */
    boolean usesFor(UUID supplier, UnitCode unit, Purpose purpose) {
        return jdbc.sql("""
                        select exists (select 1 from sluice.usage_grant g join sluice.data_product p on p.id = g.product
                                       where p.supplier = ? and g.org_unit = ? and g.purpose = ? and g.state = 'ACTIVE')
                        """)
                .params(supplier, unit.value(), purpose.name())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
