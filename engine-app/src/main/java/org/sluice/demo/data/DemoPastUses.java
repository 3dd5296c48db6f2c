package org.sluice.demo.data;

import static org.sluice.shared.Details.details;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.access.ApproveUsage;
import org.sluice.process.access.ConsentProof;
import org.sluice.process.access.Purpose;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.process.access.UsageForm;
import org.sluice.process.intake.LegalBasis;
import org.sluice.shared.WorkingDays;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Requests that some of the demo's grants answer: those whose use cost nothing more, for a purpose that the product was
 * used for already, and which people approved. Each is asked of whom the table asks for it.
 */
final class DemoPastUses {

    /**
     * @param row of the table usageDecision
     * @param approvers whom it asks, in order
     */
    private record Way(String path, String row, List<Role> approvers) {}

    private record Use(
            UUID grant,
            UUID product,
            String code,
            LocalText productName,
            List<String> fields,
            int jrLevel,
            boolean personal,
            String unit,
            LocalText unitName,
            String scenario,
            LocalText scenarioName,
            Purpose purpose,
            String system,
            long callsPerDay,
            String costCentre,
            LocalDate granted,
            LocalDate until,
            boolean sameLine,
            boolean automated) {

        Way way() {
            if (automated) {
                return new Way("COMPLIANCE_APPROVAL", "automatedUse", List.of(Role.COMPLIANCE, Role.RISK_MGMT));
            }
            if (jrLevel == 3 && personal) {
                return new Way("COMPLIANCE_APPROVAL", "personalInformation", List.of(Role.COMPLIANCE));
            }
            return new Way("LINE_APPROVAL", "lineUse", List.of(Role.BUSINESS_OWNER, Role.DATA_STEWARD));
        }

        /** Nobody is asked about it. */
        boolean isAutomatic() {
            return !automated && jrLevel <= 2 && sameLine;
        }
    }

    private static final int MOST = 26;
    private static final String FINE = "用途与授权范围一致，同意。";

    private final JdbcTemplate jdbc;
    private final PastCases cases;
    private final OfficeHours office;
    private final Draw draw = new Draw("past usage requests");

    DemoPastUses(JdbcTemplate jdbc, PastCases cases, OfficeHours office) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.office = office;
    }

    /** @param last the first day on which none of them may end any more */
    List<PastCase> load(Instant now, LocalDate last) {
        var all = new ArrayList<PastCase>();
        uses(LocalDate.ofInstant(now, WorkingDays.ZONE)).stream()
                .filter(use -> !use.isAutomatic())
                .limit(MOST)
                .forEach(use -> {
                    var past = tell(use, last);
                    if (past != null) {
                        all.add(past);
                    }
                });
        return all;
    }

    private List<Use> uses(LocalDate today) {
        return jdbc.query(
                """
                select g.*, p.code, p.name_zh, p.name_en, p.fields as delivered, p.jr_level, p.contains_pi,
                       u.name_zh as unit_zh, u.name_en as unit_en, s.name_zh as scenario_zh, s.name_en as scenario_en,
                       s.decision_impact in ('ADMISSION_REJECT', 'LIMIT_OR_PRICE') and 'REALTIME_API' = any(s.forms) as automated,
                       exists (select 1 from sluice.usage_grant o join sluice.scenario t on t.code = o.scenario
                               where o.product = g.product and o.granted_at < g.granted_at - interval '3 days'
                                 and o.state = 'ACTIVE' and (t.business_line = s.business_line
                                     or t.business_line = any(s.further_lines) or s.business_line = any(t.further_lines)))
                           as same_line
                from sluice.usage_grant g join sluice.data_product p on p.id = g.product
                join sluice.org_unit u on u.code = g.org_unit join sluice.scenario s on s.code = g.scenario
                where g.demo and g.state = 'ACTIVE' and g.case_id is null and p.pricing <> 'PER_CALL' and p.jr_level <= 3
                  and g.granted_at between ? and ?
                  and exists (select 1 from sluice.usage_grant o where o.product = g.product and o.purpose = g.purpose
                              and o.granted_at < g.granted_at - interval '3 days')
                order by g.granted_at, g.id
                """,
                (row, n) -> new Use(
                        row.getObject("id", UUID.class),
                        row.getObject("product", UUID.class),
                        row.getString("code"),
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        List.of((String[]) row.getArray("delivered").getArray()),
                        row.getInt("jr_level"),
                        row.getBoolean("contains_pi"),
                        row.getString("org_unit"),
                        new LocalText(row.getString("unit_zh"), row.getString("unit_en")),
                        row.getString("scenario"),
                        new LocalText(row.getString("scenario_zh"), row.getString("scenario_en")),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("calling_system"),
                        row.getLong("calls_per_day"),
                        row.getString("cost_centre"),
                        row.getObject("granted_at", OffsetDateTime.class)
                                .atZoneSameInstant(WorkingDays.ZONE)
                                .toLocalDate(),
                        row.getObject("valid_to", LocalDate.class),
                        row.getBoolean("same_line"),
                        row.getBoolean("automated")),
                today.minusDays(340).atStartOfDay(WorkingDays.ZONE).toOffsetDateTime(),
                today.minusDays(12).atStartOfDay(WorkingDays.ZONE).toOffsetDateTime());
    }

    private @Nullable PastCase tell(Use use, LocalDate last) {
        var opened = office.after(office.from(use.granted()), Duration.ofMinutes(draw.between(5, 400)));
        var number = "USE-%d-%05d"
                .formatted(opened.getYear(), jdbc.queryForObject("select nextval('sluice.usage_number')", Long.class));
        var past = new PastCase(
                CaseKind.USAGE,
                UsageAuthorizationProcess.KEY,
                number,
                new LocalText(
                        "使用" + use.productName().zh() + "：" + use.scenarioName().zh(),
                        "Use of " + use.productName().en() + ": "
                                + use.scenarioName().en()),
                use.unit(),
                opened,
                office,
                draw);
        past.said(
                past.initiator(),
                "usage.requested",
                details("product", use.code(), "scenario", use.scenarioName(), "purpose", use.purpose()));
        for (var role : use.way().approvers()) {
            var unit = role == Role.BUSINESS_OWNER ? use.unit() : "HO";
            past.done(
                    new PastCase.Step(UsageAuthorizationProcess.Task.APPROVE_USAGE, role, unit, 3, 7),
                    new ApproveUsage(true, FINE),
                    "usage.approved",
                    details("role", role, "comment", FINE));
        }
        past.said(
                        null,
                        "access.granted",
                        "grant " + use.grant(),
                        details(
                                "product", use.productName(),
                                "unit", use.unitName(),
                                "scenario", use.scenarioName(),
                                "purpose", use.purpose(),
                                "until", use.until().toString()))
                .ended("GRANTED", "usageGranted");
        if (!past.endedAt().toLocalDate().isBefore(last)) {
            return null;
        }
        cases.open(past, BigDecimal.ZERO.setScale(2));
        keep(past, use);
        return past;
    }

    private void keep(PastCase past, Use use) {
        jdbc.update(
                """
                insert into sluice.usage_request (case_id, number, state, product, org_unit, scenario, purpose, calling_system,
                    form, jr_level, contains_pi, same_legal_entity, purpose_known, same_line, automated_decision, path,
                    valid_months, cost, created_by, created_at, ended_at)
                values (?, ?, 'GRANTED', ?, ?, ?, ?, ?, ?::jsonb, ?, ?, true, true, ?, ?, ?, 12, 0, ?, ?, ?)
                """,
                past.id(),
                past.number(),
                use.product(),
                use.unit(),
                use.scenario(),
                use.purpose().name(),
                use.system(),
                PastCases.json(form(use)),
                use.jrLevel(),
                use.personal(),
                use.sameLine(),
                use.automated(),
                use.way().path(),
                cases.person(past.initiator()),
                PastCases.utc(past.openedAt()),
                PastCases.utc(past.endedAt()));
        int seq = 0;
        for (var task : past.tasks()) {
            seq++;
            jdbc.update(
                    """
                    insert into sluice.usage_approval (case_id, seq, role, basis, state, person, comment, at)
                    values (?, ?, ?, ?, 'APPROVED', ?, ?, ?)
                    """,
                    past.id(),
                    seq,
                    task.step().role().name(),
                    "usageDecision/" + use.way().row(),
                    cases.person(String.valueOf(task.who())),
                    FINE,
                    PastCases.utc(task.ended()));
        }
        jdbc.update(
                "update sluice.usage_grant set case_id = ?, granted_at = ? where id = ?",
                past.id(),
                PastCases.utc(past.endedAt()),
                use.grant());
    }

    private static UsageForm form(Use use) {
        return new UsageForm(
                use.code(),
                use.unit(),
                use.scenario(),
                use.system(),
                use.purpose(),
                use.personal() ? LegalBasis.CONSENT : null,
                use.personal() ? ConsentProof.SEPARATE : ConsentProof.NONE,
                use.fields(),
                use.callsPerDay(),
                null,
                use.until(),
                false,
                null,
                null,
                false,
                use.costCentre(),
                false,
                use.purpose() == Purpose.MARKETING ? true : null);
    }
}
