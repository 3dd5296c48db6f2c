package org.sluice.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductId;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.NotFound;
import org.sluice.process.Page;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.process.intake.Feasibility;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementState;
import org.sluice.shared.Json;
import org.sluice.shared.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of requirements. The form is kept as it was sent; what is searched or decided on has columns. */
@Component
class RequirementStore {

    private static final int FORM_VERSION = 1;

    /** @param waitingAt key of the task that the case waits at, if any */
    record Line(
            CaseId caseId,
            String number,
            String title,
            RequirementState state,
            LocalText unitName,
            Money budget,
            Instant createdAt,
            @Nullable String waitingAt,
            @Nullable Instant due) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    RequirementStore(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** REQ-yyyy-nnnnn; numbers rise, gaps are accepted. */
    String nextNumber() {
        var next = jdbc.sql("select nextval('sluice.requirement_number')")
                .query(Long.class)
                .single();
        return "REQ-%d-%05d".formatted(clock.instant().atZone(WorkingDays.ZONE).getYear(), next);
    }

    void insert(Requirement requirement) {
        var form = requirement.form();
        jdbc.sql("""
                        insert into sluice.requirement (case_id, requirement_no, state, title, business_line, org_unit, scenario,
                            decision_impact, automated_decision, subject_type, data_classes, field_names, regions,
                            interface_form, urgency, needed_by, budget_source, budget_amount, form, form_version, jr_level,
                            contains_pi, created_by, created_at)
                        values (:case, :no, :state, :title, :line, :unit, :scenario, :impact, :automated, :subject, :classes,
                            :fields, :regions, :interface, :urgency, :neededBy, :source, :amount, :form::jsonb, :version,
                            :jr, :pi, :by, :at)
                        """)
                .param("case", requirement.caseId().value())
                .param("no", requirement.number())
                .param("state", requirement.state().name())
                .param("title", form.title())
                .param("line", form.businessLine())
                .param("unit", requirement.unit().value())
                .param("scenario", form.scenarioCode())
                .param("impact", name(form.decisionImpact()))
                .param("automated", form.automatedDecision())
                .param("subject", name(form.subjectType()))
                .param("classes", form.dataClasses().toArray(String[]::new))
                .param("fields", Similarity.fieldNames(form).toArray(String[]::new))
                .param("regions", form.regionScope().toArray(String[]::new))
                .param("interface", name(form.interfaceForm()))
                .param("urgency", name(form.urgency()))
                .param("neededBy", form.neededBy())
                .param("source", name(form.budgetSource()))
                .param("amount", requirement.budget().amount())
                .param("form", json.write(form))
                .param("version", FORM_VERSION)
                .param("jr", requirement.jrLevel())
                .param("pi", form.containsPersonalInfo())
                .param("by", requirement.createdBy().value())
                .param("at", now())
                .update();
    }

    /** @throws NotFound when the case is no requirement */
    Requirement get(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("requirement", caseId.toString()));
    }

    Optional<Requirement> find(CaseId caseId) {
        return jdbc.sql("select * from sluice.requirement where case_id = ?")
                .param(caseId.value())
                .query(this::requirement)
                .optional();
    }

    Optional<Requirement> byNumber(String number) {
        return jdbc.sql("select * from sluice.requirement where requirement_no = ?")
                .param(number)
                .query(this::requirement)
                .optional();
    }

    /** Requirements of these classes that others can still join: triaged, approved or being sourced. */
    List<Requirement> joinable(Collection<String> dataClasses, @Nullable CaseId except) {
        return jdbc.sql("""
                        select * from sluice.requirement
                        where state in ('TRIAGED', 'APPROVED', 'SOURCING') and data_classes && ?::text[]
                          and case_id is distinct from ?::uuid
                        order by created_at limit 500
                        """)
                .params(dataClasses.toArray(String[]::new), except == null ? null : except.value())
                .query(this::requirement)
                .list();
    }

    Page<Line> page(
            @Nullable String text, @Nullable PersonId createdBy, @Nullable Set<UnitCode> units, int offset, int limit) {
        var from = """
                from sluice.requirement r join sluice.org_unit u on u.code = r.org_unit
                left join lateral (select t.key, t.due from sluice.task t
                                   where t.case_id = r.case_id and t.state = 'OPEN' order by t.created_at limit 1) w on true
                where (:by::uuid is null or r.created_by = :by)
                  and (:units::text[] is null or r.org_unit = any(:units) or r.created_by = :by)
                  and (:text::text is null or lower(r.requirement_no || ' ' || r.title) like :text)
                """;
        var values = new java.util.HashMap<String, @Nullable Object>();
        values.put("by", createdBy == null ? null : createdBy.value());
        values.put(
                "units",
                units == null ? null : units.stream().map(UnitCode::value).toArray(String[]::new));
        values.put("text", text == null || text.isBlank() ? null : like(text));
        var total = jdbc.sql("select count(*) " + from)
                .params(values)
                .query(Long.class)
                .single();
        values.put("limit", limit);
        values.put("offset", offset);
        var lines = jdbc.sql("select r.*, u.name_zh, u.name_en, w.key as waiting_at, w.due " + from
                        + " order by r.created_at desc, r.requirement_no desc limit :limit offset :offset")
                .params(values)
                .query((row, n) -> line(row))
                .list();
        return new Page<>(total, lines);
    }

    void state(CaseId caseId, RequirementState state, @Nullable String reason) {
        jdbc.sql("""
                        update sluice.requirement
                        set state = ?, closing_reason = coalesce(?, closing_reason), version = version + 1 where case_id = ?
                        """).params(state.name(), reason, caseId.value()).update();
    }

    void inHouseFeasible(CaseId caseId, boolean feasible) {
        set(caseId, "in_house_feasible", feasible);
    }

    void route(CaseId caseId, String route) {
        set(caseId, "route", route);
    }

    void reused(CaseId caseId, ProductId product) {
        set(caseId, "reused_product", product.value());
    }

    void merged(CaseId caseId, CaseId into) {
        set(caseId, "merged_into", into.value());
    }

    void noted(CaseId caseId, Feasibility conclusion, String note) {
        set(caseId, "feasibility", conclusion.name());
        set(caseId, "feasibility_note", note);
    }

    /** The hand-over to procurement; asking twice changes nothing. */
    void askForSourcing(CaseId caseId, Money amount) {
        jdbc.sql(
                        "insert into sluice.sourcing_request (case_id, amount, requested_at) values (?, ?, ?) on conflict do nothing")
                .params(caseId.value(), amount.amount(), now())
                .update();
    }

    /** @param column a constant of this class, never a caller's text */
    private void set(CaseId caseId, String column, Object value) {
        jdbc.sql("update sluice.requirement set " + column + " = ?, version = version + 1 where case_id = ?")
                .params(value, caseId.value())
                .update();
    }

    private Requirement requirement(ResultSet row, int n) throws SQLException {
        var inHouse = row.getObject("in_house_feasible", Boolean.class);
        return new Requirement(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("requirement_no"),
                RequirementState.valueOf(row.getString("state")),
                new UnitCode(row.getString("org_unit")),
                json.read(row.getString("form"), RequirementForm.class),
                row.getInt("jr_level"),
                new Money(row.getBigDecimal("budget_amount")),
                inHouse,
                row.getString("route"),
                row.getString("feasibility_note"),
                new PersonId(row.getObject("created_by", UUID.class)));
    }

    private static Line line(ResultSet row) throws SQLException {
        var due = row.getObject("due", OffsetDateTime.class);
        return new Line(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("requirement_no"),
                row.getString("title"),
                RequirementState.valueOf(row.getString("state")),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                new Money(row.getBigDecimal("budget_amount")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("waiting_at"),
                due == null ? null : due.toInstant());
    }

    private static String like(String text) {
        return "%"
                + text.strip()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
