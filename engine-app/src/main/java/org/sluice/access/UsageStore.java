package org.sluice.access;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.NotFound;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.process.access.FileUsageAssessment;
import org.sluice.process.access.Purpose;
import org.sluice.process.access.UsageForm;
import org.sluice.shared.CaseNumbers;
import org.sluice.shared.Json;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of requests, and what it takes to know one. */
@Component
class UsageStore {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final CaseNumbers numbers;

    UsageStore(JdbcClient jdbc, Json json, Clock clock, CaseNumbers numbers) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.numbers = numbers;
    }

    String nextNumber() {
        return numbers.next("USE", "sluice.usage_number");
    }

    /** @throws Conflict when the same is asked for already */
    void insert(CaseId caseId, String number, UUID product, UsageForm form, PersonId by) {
        try {
            jdbc.sql("""
                            insert into sluice.usage_request (case_id, number, state, product, org_unit, scenario, purpose,
                                calling_system, form, created_by, created_at)
                            values (:case, :number, 'REQUESTED', :product, :unit, :scenario, :purpose, :system, :form::jsonb, :by,
                                :now)
                            """)
                    .param("case", caseId.value())
                    .param("number", number)
                    .param("product", product)
                    .param("unit", form.unitCode())
                    .param("scenario", form.scenarioCode())
                    .param("purpose", Objects.requireNonNull(form.purpose()).name())
                    .param("system", form.callingSystem())
                    .param("form", json.write(form))
                    .param("by", by.value())
                    .param("now", now())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Conflict("usageRequested", String.valueOf(form.productCode()));
        }
    }

    /** @throws NotFound when the case is no request to use a product */
    UsageRequest get(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("usage", caseId.toString()));
    }

    Optional<UsageRequest> find(CaseId caseId) {
        return jdbc.sql("select * from sluice.usage_request where case_id = ?")
                .param(caseId.value())
                .query((row, n) -> request(row))
                .optional();
    }

    private UsageRequest request(ResultSet row) throws SQLException {
        var path = row.getString("path");
        return new UsageRequest(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                UsageRequest.State.valueOf(row.getString("state")),
                row.getObject("product", UUID.class),
                new UnitCode(row.getString("org_unit")),
                json.read(row.getString("form"), UsageForm.class),
                row.getObject("jr_level") == null
                        ? null
                        : new UsageGauge.Measure(
                                row.getInt("jr_level"),
                                row.getBoolean("contains_pi"),
                                row.getBoolean("same_legal_entity"),
                                row.getBoolean("purpose_known"),
                                row.getBoolean("same_line"),
                                row.getBoolean("automated_decision")),
                path == null ? null : UsageRequest.Path.valueOf(path),
                row.getObject("valid_months", Integer.class),
                row.getBigDecimal("cost"),
                row.getInt("votes_wanted"),
                row.getBoolean("assessment_wanted"),
                row.getString("assessment_no"),
                row.getObject("assessment_on", LocalDate.class),
                row.getString("assessment"),
                new PersonId(row.getObject("created_by", UUID.class)),
                row.getString("end_reason"));
    }

    void measured(CaseId caseId, UsageGauge.Measure measure) {
        jdbc.sql("""
                        update sluice.usage_request
                        set jr_level = ?, contains_pi = ?, same_legal_entity = ?, purpose_known = ?, same_line = ?,
                            automated_decision = ?
                        where case_id = ?
                        """)
                .params(
                        measure.jrLevel(),
                        measure.containsPersonalInfo(),
                        measure.sameLegalEntity(),
                        measure.purposeKnown(),
                        measure.sameLine(),
                        measure.automatedDecision(),
                        caseId.value())
                .update();
    }

    void decided(CaseId caseId, UsageRequest.Path path, int validMonths, boolean assessmentWanted) {
        jdbc.sql("update sluice.usage_request set path = ?, valid_months = ?, assessment_wanted = ? where case_id = ?")
                .params(path.name(), validMonths, assessmentWanted, caseId.value())
                .update();
    }

    void cost(CaseId caseId, BigDecimal cost) {
        jdbc.sql("update sluice.usage_request set cost = ? where case_id = ?")
                .params(cost, caseId.value())
                .update();
    }

    void votesWanted(CaseId caseId, int votes) {
        jdbc.sql("update sluice.usage_request set votes_wanted = ? where case_id = ?")
                .params(votes, caseId.value())
                .update();
    }

    void assessed(CaseId caseId, FileUsageAssessment body, PersonId by) {
        jdbc.sql("""
                        update sluice.usage_request
                        set assessment_no = ?, assessment_on = ?, assessment = ?, assessed_by = ? where case_id = ?
                        """)
                .params(body.assessmentNo(), body.assessmentOn(), body.conclusion(), by.value(), caseId.value())
                .update();
    }

    void end(CaseId caseId, UsageRequest.State state, @Nullable String reason) {
        jdbc.sql("update sluice.usage_request set state = ?, ended_at = ?, end_reason = ? where case_id = ?")
                .params(state.name(), now(), reason, caseId.value())
                .update();
    }

    /** A unit that belongs to another legal person is another handler (PIPL art. 23). */
    boolean isOfTheBank(UnitCode unit) {
        return jdbc.sql("select legal_entity is null from sluice.org_unit where code = ?")
                .param(unit.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Somebody uses or has used it so, and the use was not taken away. */
    boolean isPurposeKnown(UUID product, Purpose purpose) {
        return jdbc.sql("""
                        select exists (select 1 from sluice.usage_grant
                                       where product = ? and purpose = ? and state in ('ACTIVE', 'SUSPENDED', 'EXPIRED'))
                        """)
                .params(product, purpose.name())
                .query(Boolean.class)
                .single();
    }

    boolean isUsedByLineOf(UUID product, List<String> lines) {
        return jdbc.sql("""
                        select exists (select 1 from sluice.usage_grant g join sluice.scenario s on s.code = g.scenario
                                       where g.product = ? and g.state = 'ACTIVE'
                                         and (s.business_line = any(?) or s.further_lines && ?::text[]))
                        """)
                .params(product, lines.toArray(String[]::new), lines.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    @Nullable
    LocalDate latestEnd(UUID product) {
        return jdbc.sql("select max(not_after) as ends from sluice.usage_grant where product = ?")
                .param(product)
                .query((row, n) -> Optional.ofNullable(row.getObject("ends", LocalDate.class)))
                .single()
                .orElse(null);
    }

    /** A product about firms that can be asked for, one that the lines use already before others. */
    Optional<String> exampleProduct(String businessLine) {
        return jdbc.sql("""
                        select p.code from sluice.data_product p join sluice.supplier s on s.id = p.supplier
                        where p.state = 'LISTED' and s.state in ('QUALIFIED', 'PREFERRED') and p.subject_type = 'ENTERPRISE'
                          and not p.contains_pi
                        order by exists (select 1 from sluice.usage_grant g join sluice.scenario c on c.code = g.scenario
                                         where g.product = p.id and g.state = 'ACTIVE' and c.business_line = ?) desc, p.code
                        limit 1
                        """).param(businessLine).query(String.class).optional();
    }

    Set<Purpose> admittedPurposes(UUID product) {
        return jdbc
                .sql("select unnest(admitted_purposes) from sluice.data_product where id = ?")
                .param(product)
                .query(String.class)
                .list()
                .stream()
                .map(Purpose::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
