package org.sluice.ui.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.NotFound;
import org.sluice.process.Page;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.models.ProcessModels;
import org.sluice.ui.cases.CaseDesk;

/** A desk with one case. */
public final class FakeCases implements CaseDesk {

    private static final Instant THEN = Instant.parse("2026-11-18T01:12:00Z");

    public final List<Consumer<LocalText>> watchers = new ArrayList<>();
    /** How often it still says that the engine is at work. */
    public int settledAfter;

    /** What lists were asked for. */
    public final List<Filter> filters = new ArrayList<>();

    public List<Related> related = List.of();
    public CaseKind kind = CaseKind.REQUIREMENT;
    public boolean mayWithdraw = true;
    public String outcome;
    public LocalText holder;
    public LocalText notForReader;
    public int missing;

    /** Nobody is asked then. */
    public Standing standing;

    public List<String> active = List.of("confirmNeed");
    public List<String> passed = List.of("requirementSubmitted");

    @Override
    public CaseId byNumber(String number) {
        if (!number.equals("REQ-2026-00017")) {
            throw new NotFound("case", number);
        }
        return new CaseId(new UUID(0, 1));
    }

    @Override
    public File file(CaseId caseId) {
        return new File(
                caseId,
                kind,
                "REQ-2026-00017",
                new LocalText("小微企业经营状况评估所需税务与社保数据", "小微企业经营状况评估所需税务与社保数据"),
                outcome == null ? "SUBMITTED" : "CLOSED",
                new LocalText("滨江分行", "Riverside Branch"),
                new LocalText("演示经办", "Demo requester"),
                Money.of(480_000),
                THEN,
                outcome == null ? null : THEN.plus(Duration.ofDays(3)),
                outcome,
                facts(),
                tables(),
                outcome == null ? standing : null,
                mayWithdraw,
                related);
    }

    @Override
    public Page<Line> cases(Filter filter, int offset, int limit) {
        filters.add(filter);
        var lines = List.of(
                line(1, CaseKind.REQUIREMENT, "REQ-2026-00017", "SUBMITTED", "confirmNeed"),
                line(2, CaseKind.EVALUATION, "EVA-2026-00003", "OPEN", null));
        var kept = lines.stream()
                .filter(line -> filter.kind() == null || line.kind() == filter.kind())
                .toList();
        return new Page<>(kept.size(), kept.stream().skip(offset).limit(limit).toList());
    }

    private static Line line(int id, CaseKind kind, String number, String state, String waitingAt) {
        return new Line(
                new CaseId(new UUID(0, id)),
                kind,
                number,
                new LocalText("税务数据", "Tax data"),
                state,
                new LocalText("滨江分行", "Riverside Branch"),
                null,
                THEN,
                waitingAt,
                waitingAt == null ? null : THEN.plus(Duration.ofDays(5)));
    }

    @Override
    public List<Entry> thread(CaseId caseId) {
        return List.of(
                new Entry(THEN, "requirement.submitted", new LocalText("演示经办", "Demo requester"), List.of()),
                new Entry(
                        THEN,
                        "task.created",
                        null,
                        List.of(same("task", "confirmNeed"), same("role", "BUSINESS_OWNER"))),
                new Entry(
                        THEN.plus(Duration.ofHours(3)),
                        "requirement.confirmed",
                        new LocalText("演示负责人", "Demo owner"),
                        List.of(fact("comment", "本季度信贷投放需要。", "Needed for this quarter’s lending."))),
                new Entry(
                        THEN.plus(Duration.ofHours(3)),
                        "task.completed",
                        new LocalText("演示负责人", "Demo owner"),
                        List.of(same("task", "confirmNeed"))),
                new Entry(
                        THEN.plus(Duration.ofHours(3)),
                        "requirement.matched",
                        null,
                        List.of(same("product", "DP-00042 (61%)"), same("similarRequirements", "1"))),
                new Entry(
                        THEN.plus(Duration.ofHours(3)),
                        "decision.taken",
                        null,
                        List.of(fact("decision", "需求分流", "Intake triage"), fact("route", "新增", "New"))),
                new Entry(
                        THEN.plus(Duration.ofHours(4)),
                        "requirement.absorbed",
                        new LocalText("演示受理", "Demo intake"),
                        List.of(
                                same("requirementNo", "REQ-2026-00016"),
                                fact("comment", "见 DP-00001", "See DP-00001"))),
                new Entry(
                        THEN.plus(Duration.ofHours(4)),
                        "task.created",
                        null,
                        List.of(same("task", "giveOpinion"), same("role", "RISK_MGMT"))));
    }

    @Override
    public List<DecisionView> decisions(CaseId caseId) {
        var inputs = new LinkedHashMap<String, String>();
        inputs.put("catalogueSimilarity", "0.42");
        inputs.put("reuseAllowed", "false");
        inputs.put("openRequirementMatch", "0.3");
        inputs.put("urgency", "NORMAL");
        inputs.put("decisionImpact", "ADMISSION_REJECT");
        inputs.put("inHouseFeasible", "false");
        var outputs = new LinkedHashMap<String, String>();
        outputs.put("route", "NEW_RISK");
        outputs.put("slaWorkingDays", "15");
        outputs.put("reviewers", "DATA_INTAKE, RISK_MGMT");
        return List.of(
                new DecisionView(
                        "intakeTriage",
                        "intakeTriage",
                        new LocalText("需求分流", "Intake triage"),
                        3,
                        THEN.plus(Duration.ofHours(3)),
                        inputs,
                        List.of(new FiredRow(
                                "newRisk",
                                new LocalText("新增数据影响客户决策", "New data that decides on customers"),
                                outputs,
                                true,
                                List.of(
                                        new Clause(
                                                "PIPL-24",
                                                new LocalText(
                                                        "自动化决策应保证透明、公平",
                                                        "Automated decisions must be transparent and fair"),
                                                true),
                                        new Clause(
                                                "BANK-RULE-7",
                                                new LocalText("行内制度，待核实", "House rule, to be checked"),
                                                false))))),
                new DecisionView(
                        "approvalLadder",
                        "requirementLadder",
                        new LocalText("审批层级", "Approval ladder"),
                        1,
                        THEN.plus(Duration.ofHours(9)),
                        Map.of("amount", "480000.00"),
                        List.of(new FiredRow(
                                "upTo500k",
                                new LocalText("十万至五十万元", "From 100,000 to 500,000"),
                                Map.of("approvers", "BUSINESS_OWNER, DATA_HEAD, PROCUREMENT_HEAD, FINANCE"),
                                true,
                                List.of()))));
    }

    @Override
    public List<Diagram> diagrams(CaseId caseId, Locale locale) {
        return List.of(new Diagram(
                RequirementIntakeProcess.KEY, ProcessModels.xml(RequirementIntakeProcess.KEY, locale), active, passed));
    }

    @Override
    public List<OpenTask> openTasks(CaseId caseId) {
        return outcome != null || standing != null
                ? List.of()
                : List.of(new OpenTask(
                        new TaskId("t-free"),
                        "confirmNeed",
                        new LocalText("企业税务画像", "Tax profile of firms"),
                        Role.BUSINESS_OWNER,
                        new LocalText("滨江分行", "Riverside Branch"),
                        holder,
                        THEN,
                        THEN.plus(Duration.ofDays(5)),
                        true,
                        notForReader,
                        missing));
    }

    @Override
    public boolean settled(CaseId caseId) {
        return settledAfter-- <= 0;
    }

    @Override
    public Runnable watch(CaseId caseId, Consumer<LocalText> told) {
        watchers.add(told);
        return () -> watchers.remove(told);
    }

    private static List<Fact> facts() {
        return List.of(
                fact("businessLine", "普惠金融", "Inclusive finance"),
                fact("scenario", "贷款准入", "Loan admission"),
                fact("decisionImpact", "准入或拒绝", "Admission or rejection"),
                fact("subjectType", "企业和个人", "Enterprise and person"),
                fact("dataClasses", "税务、社保", "Tax, social security"),
                fact("neededBy", "2026年6月30日", "30 Jun 2026"),
                fact("budgetAmount", "¥480,000.00", "¥480,000.00"),
                fact("legalBasis", "取得同意", "Consent"),
                fact("expectedBenefit", "缩短授信时间，预计新增小微客户。", "Faster credit decisions, more small customers."),
                same("feasibility", "PROCEED"));
    }

    private static List<Table> tables() {
        return List.of(
                new Table(
                        "fieldsNeeded",
                        List.of(
                                List.of(
                                        fact("field", "纳税信用等级（taxCreditGrade）", "Tax credit grade (taxCreditGrade)"),
                                        fact("necessity", "贷款准入的硬性条件", "A hard condition of loan admission"),
                                        same("jrLevel", "2"),
                                        same("mandatory", "true")),
                                List.of(
                                        same("field", "insured_count_of_last_quarter"),
                                        fact("necessity", "核实企业规模", "To check the firm’s size"),
                                        same("jrLevel", "2"),
                                        same("mandatory", "false")))),
                new Table(
                        "opinions",
                        List.of(
                                List.of(
                                        same("role", "RISK_MGMT"),
                                        fact("person", "演示风险", "Demo risk"),
                                        same("opinion", "SUPPORT_WITH_CONDITION"),
                                        fact("comment", "仅限授信环节使用。", "For credit decisions only.")),
                                List.of(
                                        same("role", "COMPLIANCE"),
                                        fact("person", "演示合规", "Demo compliance"),
                                        same("opinion", "SUPPORT")))));
    }

    private static Fact same(String label, String value) {
        return fact(label, value, value);
    }

    private static Fact fact(String label, String zh, String en) {
        return new Fact(label, new LocalText(zh, en));
    }
}
