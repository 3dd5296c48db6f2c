package org.sluice.demo.data;

import static org.sluice.shared.Details.details;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.intake.BudgetSource;
import org.sluice.process.intake.ConfirmNeed;
import org.sluice.process.intake.ConfirmReuse;
import org.sluice.process.intake.DecisionImpact;
import org.sluice.process.intake.Feasibility;
import org.sluice.process.intake.GiveOpinion;
import org.sluice.process.intake.InterfaceForm;
import org.sluice.process.intake.Opinion;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.intake.SubjectType;
import org.sluice.process.intake.Urgency;
import org.sluice.process.intake.WriteFeasibilityNote;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Requirements that ended before money was reserved: served by a listed product, declined, withdrawn, or not to be had. What
 * reserves money belongs to a fiscal year's lines, which the demo opens empty.
 */
final class DemoPastWishes {

    /** A listed product and a scenario that uses its class. */
    private record Need(
            UUID product,
            String code,
            LocalText productName,
            String dataClass,
            LocalText className,
            List<String> fields,
            int jrLevel,
            String interfaceForm,
            String scenario,
            LocalText scenarioName,
            String line,
            DecisionImpact impact) {}

    private static final List<String> DECLINED = List.of("明年预算再统一考虑，本年不办。", "现有产品已能满足，暂不需要。", "场景尚未立项，待立项后再提。");
    private static final List<String> WITHDRAWN = List.of("营销方案调整，不再需要。", "与零售条线合并提出。", "改用行内数据先行试点。");
    private static final List<String> NOT_TO_BE_HAD = List.of("数据源未开放该地区的查询。", "公共渠道不提供批量查询，市场上无合规供应。");

    private final JdbcTemplate jdbc;
    private final PastCases cases;
    private final OfficeHours office;
    private final Draw draw = new Draw("past requirements");

    DemoPastWishes(JdbcTemplate jdbc, PastCases cases, OfficeHours office) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.office = office;
    }

    /** One for each of these days, unless it would not have ended by the last day. */
    List<PastCase> load(List<LocalDate> days, LocalDate last) {
        var needs = draw.shuffled(needs(last.minusDays(400)));
        var all = new ArrayList<PastCase>();
        for (int i = 0; i < Math.min(days.size(), needs.size()); i++) {
            var past = tell(days.get(i), needs.get(i), last);
            if (past != null) {
                all.add(past);
            }
        }
        return all;
    }

    /** @param listedBefore listed before this day, so that it could be found all year */
    private List<Need> needs(LocalDate listedBefore) {
        return jdbc.query(
                """
                select distinct on (p.code) p.id, p.code, p.name_zh, p.name_en, p.data_class, c.name_zh as class_zh,
                       c.name_en as class_en, p.fields, p.jr_level, p.interface_form, s.code as scenario,
                       s.name_zh as scenario_zh, s.name_en as scenario_en, s.business_line, s.decision_impact
                from sluice.data_product p join sluice.data_class c on c.code = p.data_class
                join sluice.scenario s on p.data_class = any(s.data_classes)
                where p.demo and p.state = 'LISTED' and p.reuse_allowed and not p.contains_pi
                  and p.subject_type = 'ENTERPRISE' and cardinality(p.fields) >= 2 and cardinality(p.regions) = 0
                  and p.listed_on < ? and s.decision_impact in ('MARKETING', 'NONE', 'LIMIT_OR_PRICE')
                order by p.code, md5(p.code || s.code)
                """,
                (row, n) -> new Need(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("data_class"),
                        new LocalText(row.getString("class_zh"), row.getString("class_en")),
                        List.of((String[]) row.getArray("fields").getArray()),
                        row.getInt("jr_level"),
                        row.getString("interface_form"),
                        row.getString("scenario"),
                        new LocalText(row.getString("scenario_zh"), row.getString("scenario_en")),
                        row.getString("business_line"),
                        DecisionImpact.valueOf(row.getString("decision_impact"))),
                listedBefore);
    }

    private @Nullable PastCase tell(LocalDate day, Need need, LocalDate last) {
        var branches = DemoPlaces.branches();
        var unit = draw.chance(0.4) ? "HO" : draw.pick(branches).code();
        var amount = BigDecimal.valueOf(10_000L * draw.between(3, 40)).setScale(2);
        var opened = office.after(office.from(day), Duration.ofMinutes(draw.between(5, 500)));
        var number = "REQ-%d-%05d"
                .formatted(
                        opened.getYear(),
                        jdbc.queryForObject("select nextval('sluice.requirement_number')", Long.class));
        var title =
                "%s所需%s数据".formatted(need.scenarioName().zh(), need.className().zh());
        var past = new PastCase(
                CaseKind.REQUIREMENT,
                RequirementIntakeProcess.KEY,
                number,
                new LocalText(title, title),
                unit,
                opened,
                office,
                draw);
        past.said(past.initiator(), "requirement.submitted", details("amount", amount, "urgency", Urgency.NORMAL));
        var confirm = new PastCase.Step(RequirementIntakeProcess.Task.CONFIRM_NEED, Role.BUSINESS_OWNER, unit, 5, 9);
        var fate = draw.between(1, 100);
        var ending = fate <= 14 ? declined(past, confirm) : confirmed(past, confirm, need, fate);
        if (!past.endedAt().toLocalDate().isBefore(last)) {
            return null;
        }
        cases.open(past, amount);
        keep(past, need, amount, ending);
        return past;
    }

    /**
     * What a requirement kept of its way.
     *
     * @param score of the best product that the triage saw; 0 before there was a triage
     */
    private record Ending(double score, String route, String feasibility, String reason) {}

    private Ending declined(PastCase past, PastCase.Step confirm) {
        var why = draw.pick(DECLINED);
        past.done(confirm, new ConfirmNeed(false, null, why), "requirement.declined", details("comment", why))
                .ended("REJECTED", "declinedByOwner");
        return new Ending(0, "", "", why);
    }

    private Ending confirmed(PastCase past, PastCase.Step confirm, Need need, int fate) {
        var reuse = fate <= 62;
        var score = (reuse ? draw.between(82, 96) : draw.between(52, 76)) / 100.0;
        var route = reuse ? "REUSE" : "EXTEND_EXISTING";
        var real = "需求属实，已列入年度计划。";
        past.done(
                        confirm,
                        new ConfirmNeed(true, false, real),
                        "requirement.confirmed",
                        details("inHouseFeasible", false, "comment", real))
                .said(
                        null,
                        "requirement.matched",
                        details(
                                "product",
                                "%s (%d%%)".formatted(need.code(), Math.round(score * 100)),
                                "similarRequirements",
                                0))
                .said(
                        null,
                        "requirement.triaged",
                        details(
                                "route", route,
                                "slaWorkingDays", reuse ? 2 : 5,
                                "reviewers", reuse ? "DATA_INTAKE" : "DATA_INTAKE, DATA_STEWARD"));
        if (reuse) {
            var covers = "字段与地区均已覆盖，合同允许复用。";
            past.done(
                            new PastCase.Step(
                                    RequirementIntakeProcess.Task.CONFIRM_REUSE, Role.DATA_INTAKE, "HO", 2, 6),
                            new ConfirmReuse(true, need.code(), covers),
                            "requirement.reuseAccepted",
                            details("product", need.code(), "reusedProduct", need.productName(), "comment", covers))
                    .ended("FULFILLED", "servedByExisting");
            return new Ending(score, route, "", covers);
        }
        var fine = "字段口径与在用产品一致，无不同意见。";
        past.done(
                new PastCase.Step(RequirementIntakeProcess.Task.GIVE_OPINION, Role.DATA_STEWARD, "HO", 2, 8),
                new GiveOpinion(Opinion.SUPPORT, fine),
                "requirement.opinionGiven",
                details("role", Role.DATA_STEWARD, "opinion", Opinion.SUPPORT, "comment", fine));
        var note =
                new PastCase.Step(RequirementIntakeProcess.Task.WRITE_FEASIBILITY_NOTE, Role.DATA_INTAKE, "HO", 3, 14);
        if (fate <= 80) {
            var why = draw.pick(WITHDRAWN);
            past.takenBack(note, details("reason", why)).ended("WITHDRAWN", "withdrawn");
            return new Ending(score, route, "", why);
        }
        var inHouse = fate <= 90;
        var conclusion = inHouse ? Feasibility.BUILD_IN_HOUSE : Feasibility.NOT_FEASIBLE;
        var why = inHouse ? "行内数据仓库已有同口径字段，由数据部加工。" : draw.pick(NOT_TO_BE_HAD);
        past.done(
                        note,
                        new WriteFeasibilityNote(conclusion, false, why),
                        "requirement.feasibilityNoted",
                        details("feasibility", conclusion, "freeChannel", false, "feasibilityNote", why))
                .said(null, inHouse ? "requirement.builtInHouse" : "requirement.notFeasible", details())
                .ended(inHouse ? "CLOSED" : "REJECTED", inHouse ? "builtInHouse" : "notFeasible");
        return new Ending(score, route, conclusion.name(), why);
    }

    private void keep(PastCase past, Need need, BigDecimal amount, Ending ending) {
        var form = form(past, need, amount);
        var triaged = ending.score() > 0;
        jdbc.update(
                """
                insert into sluice.requirement (case_id, requirement_no, state, title, business_line, org_unit, scenario,
                    decision_impact, automated_decision, subject_type, data_classes, field_names, regions, interface_form,
                    urgency, needed_by, budget_source, budget_amount, form, form_version, jr_level, contains_pi,
                    in_house_feasible, route, reused_product, feasibility, feasibility_note, closing_reason, created_by,
                    created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, false, 'ENTERPRISE', ?, ?, '{}', ?, 'NORMAL', ?, 'LINE', ?, ?::jsonb, 1, ?,
                    false, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                past.id(),
                past.number(),
                past.state(),
                form.title(),
                need.line(),
                past.unit(),
                need.scenario(),
                need.impact().name(),
                new String[] {need.dataClass()},
                names(form),
                need.interfaceForm(),
                form.neededBy(),
                amount,
                PastCases.json(form),
                need.jrLevel(),
                triaged ? false : null,
                triaged ? ending.route() : null,
                past.state().equals("FULFILLED") ? need.product() : null,
                ending.feasibility().isEmpty() ? null : ending.feasibility(),
                ending.feasibility().isEmpty() ? null : ending.reason(),
                ending.reason(),
                cases.person(past.initiator()),
                PastCases.utc(past.openedAt()));
        if (triaged) {
            jdbc.update(
                    """
                    insert into sluice.requirement_match (case_id, kind, reference, score, class_score, subject_score,
                        field_score, region_score, reuse_allowed)
                    values (?, 'PRODUCT', ?, ?, 1, 1, ?, 1, true)
                    """,
                    past.id(),
                    need.product(),
                    ending.score(),
                    // the classes, subject and regions agree: what is missing of the whole is missing of the fields
                    1 - (1 - ending.score()) / 0.6);
        }
        past.tasks().stream()
                .filter(task -> task.step().key().equals(RequirementIntakeProcess.Task.GIVE_OPINION))
                .forEach(task -> jdbc.update(
                        """
                        insert into sluice.review_step (case_id, round, seq, role, basis, state, person, answer, comment, at)
                        values (?, 'OPINION', 1, ?, 'intakeTriage/extendExisting', 'DONE', ?, 'SUPPORT', ?, ?)
                        """,
                        past.id(),
                        task.step().role().name(),
                        cases.person(String.valueOf(task.who())),
                        task.body() instanceof GiveOpinion opinion ? opinion.comment() : null,
                        PastCases.utc(task.ended())));
    }

    private static String[] names(RequirementForm form) {
        return form.fieldsNeeded().stream()
                .map(RequirementForm.FieldNeed::fieldName)
                .toArray(String[]::new);
    }

    private RequirementForm form(PastCase past, Need need, BigDecimal amount) {
        var reason = need.scenarioName().zh() + "使用";
        return new RequirementForm(
                past.title().zh(),
                need.line(),
                past.unit(),
                need.scenario(),
                need.impact(),
                false,
                SubjectType.ENTERPRISE,
                List.of(need.dataClass()),
                need.fields().stream()
                        .limit(4)
                        .map(field -> new RequirementForm.FieldNeed(field, reason, need.jrLevel(), true))
                        .toList(),
                List.of(),
                12,
                InterfaceForm.valueOf(need.interfaceForm()),
                1000L * draw.between(5, 400),
                null,
                null,
                past.openedAt().toLocalDate().plusDays(90),
                Urgency.NORMAL,
                null,
                "减少人工核实，缩短办理时间。",
                null,
                BudgetSource.LINE,
                amount,
                null,
                null,
                null,
                null,
                List.of());
    }
}
