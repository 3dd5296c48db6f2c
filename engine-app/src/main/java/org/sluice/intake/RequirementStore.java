package org.sluice.intake;

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
import org.sluice.catalog.ProductId;
import org.sluice.process.CaseId;
import org.sluice.process.Money;
import org.sluice.process.NotFound;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.process.intake.Feasibility;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementState;
import org.sluice.shared.CaseNumbers;
import org.sluice.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of requirements, one by one. The form is kept as it was sent; what is searched or decided on has columns. Lists of
 * them are read by {@link RequirementList} and {@link OpenRequirements}.
 */
@Component
class RequirementStore {

    private static final int FORM_VERSION = 1;

    private static final String OWN = """
            select r.*, h.requirement_no as merged_into_no
            from sluice.requirement r left join sluice.requirement h on h.case_id = r.merged_into
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final CaseNumbers numbers;

    RequirementStore(JdbcClient jdbc, Json json, Clock clock, CaseNumbers numbers) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.numbers = numbers;
    }

    String nextNumber() {
        return numbers.next("REQ", "sluice.requirement_number");
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
                .param("pi", requirement.containsPersonalInfo())
                .param("by", requirement.createdBy().value())
                .param("at", now())
                .update();
    }

    /** @throws NotFound when the case is no requirement */
    Requirement get(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("requirement", caseId.toString()));
    }

    Optional<Requirement> find(CaseId caseId) {
        return whole("case_id = ?", caseId.value());
    }

    Optional<Requirement> byNumber(String number) {
        return whole("requirement_no = ?", number);
    }

    /** Number and state alone, for whoever only guards a step; empty when the case is no requirement. */
    Optional<Standing> standing(CaseId caseId) {
        return jdbc.sql("select requirement_no, state from sluice.requirement where case_id = ?")
                .param(caseId.value())
                .query((row, n) ->
                        new Standing(row.getString("requirement_no"), RequirementState.valueOf(row.getString("state"))))
                .optional();
    }

    record Standing(String number, RequirementState state) {}

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

    /** From now on the other one carries it. */
    void merged(CaseId caseId, CaseId into) {
        jdbc.sql(
                        "update sluice.requirement set state = 'MERGED', merged_into = ?, version = version + 1 where case_id = ?")
                .params(into.value(), caseId.value())
                .update();
    }

    /** Those that joined this one directly; what they carry themselves stays with them. */
    List<CaseId> joinedTo(CaseId host) {
        return jdbc
                .sql("select case_id from sluice.requirement where merged_into = ? order by requirement_no")
                .param(host.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }

    /** Nobody carries it any more: it begins anew, with all that it was sent with. */
    void reopen(CaseId caseId) {
        jdbc.sql("""
                        update sluice.requirement
                        set state = 'SUBMITTED', merged_into = null, closing_reason = null, route = null,
                            in_house_feasible = null, version = version + 1
                        where case_id = ?
                        """).param(caseId.value()).update();
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

    /** When procurement was asked, as long as it has not taken the request up. */
    Optional<Instant> sourcingAskedAt(CaseId caseId) {
        return jdbc.sql("select requested_at from sluice.sourcing_request where case_id = ? and taken_up_at is null")
                .param(caseId.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Procurement has the request before it from now on. */
    void sourcingTakenUp(CaseId caseId) {
        jdbc.sql("update sluice.sourcing_request set taken_up_at = ? where case_id = ? and taken_up_at is null")
                .params(now(), caseId.value())
                .update();
    }

    /** The requirement and all that it carries, each as it was sent. */
    List<Requirement> served(CaseId host) {
        return jdbc.sql("""
                        with recursive carried as (
                            select case_id from sluice.requirement where case_id = ?
                            union all
                            select r.case_id from sluice.requirement r join carried c on r.merged_into = c.case_id)
                        """ + OWN + "where r.case_id in (select case_id from carried) order by r.requirement_no")
                .param(host.value())
                .query(this::requirement)
                .list();
    }

    /** @param column a constant of this class, never a caller's text */
    private void set(CaseId caseId, String column, Object value) {
        jdbc.sql("update sluice.requirement set " + column + " = ?, version = version + 1 where case_id = ?")
                .params(value, caseId.value())
                .update();
    }

    private Requirement requirement(ResultSet row, int n) throws SQLException {
        var inHouse = row.getObject("in_house_feasible", Boolean.class);
        var feasibility = row.getString("feasibility");
        return new Requirement(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("requirement_no"),
                RequirementState.valueOf(row.getString("state")),
                new UnitCode(row.getString("org_unit")),
                json.read(row.getString("form"), RequirementForm.class),
                row.getInt("jr_level"),
                row.getBoolean("contains_pi"),
                new Money(row.getBigDecimal("budget_amount")),
                inHouse,
                row.getString("route"),
                feasibility == null ? null : Feasibility.valueOf(feasibility),
                row.getString("feasibility_note"),
                row.getString("merged_into_no"),
                List.of(),
                new PersonId(row.getObject("created_by", UUID.class)));
    }

    /**
     * Together with what it carries, whose own rows never change for it.
     *
     * @param which a constant of this class, never a caller's text
     */
    private Optional<Requirement> whole(String which, Object value) {
        var found = jdbc.sql("""
                        with recursive carried as (
                            select case_id, false as joined from sluice.requirement where %s
                            union all
                            select r.case_id, true from carried c join sluice.requirement r on r.merged_into = c.case_id
                        )
                        """.formatted(which) + OWN
                        + "join carried c on c.case_id = r.case_id order by c.joined, r.requirement_no")
                .param(value)
                .query(this::requirement)
                .list();
        return found.stream().findFirst().map(own -> own.carrying(found.subList(1, found.size())));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
