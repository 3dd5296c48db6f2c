package org.sluice.ui.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.FieldProblem;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Page;
import org.sluice.process.Withdraw;
import org.sluice.process.intake.BudgetSource;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementState;
import org.sluice.process.intake.SubjectType;
import org.sluice.ui.intake.IntakeDesk;

/** A desk that knows a small catalogue and keeps what it is sent. */
public final class FakeIntake implements IntakeDesk {

    public static final Instant NOW = Instant.parse("2026-11-22T06:05:00Z");

    public final Map<String, RequirementForm> sent = new LinkedHashMap<>();
    public final List<RequirementForm> compared = new ArrayList<>();
    public final Map<CaseId, Withdraw> withdrawn = new LinkedHashMap<>();
    public RuntimeException refusal;
    public int submissions;

    @Override
    public Choices choices() {
        return new Choices(
                List.of(
                        option("INCLUSIVE_FINANCE", "普惠金融", "Inclusive finance"),
                        option("CORPORATE", "公司金融", "Corporate")),
                List.of(option("HO", "总行", "Head office"), option("B01", "滨江分行", "Riverside Branch")),
                List.of(
                        new ScenarioOption(
                                "LOAN_ADMISSION",
                                new LocalText("贷款准入", "Loan admission"),
                                List.of("INCLUSIVE_FINANCE"),
                                List.of("TAX", "JUDICIAL"),
                                "ADMISSION_REJECT"),
                        new ScenarioOption(
                                "TRADE_FINANCE",
                                new LocalText("贸易融资背景核验", "Trade-finance check"),
                                List.of("CORPORATE", "INCLUSIVE_FINANCE"),
                                List.of("CUSTOMS"),
                                "LIMIT_OR_PRICE")),
                List.of(
                        option("TAX", "税务", "Tax"),
                        option("JUDICIAL", "司法", "Judicial"),
                        option("CUSTOMS", "海关", "Customs"),
                        option("SOCIAL_SECURITY", "社保", "Social security")),
                List.of(
                        field("TAX", "tax_credit_grade", "纳税信用等级", "Tax credit grade", 2, false),
                        field("TAX", "tax_paid_12m", "近12个月纳税额", "Tax paid in 12 months", 3, false),
                        field("JUDICIAL", "enforced_count", "被执行次数", "Enforcement cases", 3, true),
                        field("SOCIAL_SECURITY", "insured_count", "参保人数", "Insured head count", 3, false)),
                List.of(option("330000", "浙江省", "Zhejiang"), option("310000", "上海市", "Shanghai")));
    }

    /** Whoever asks for enforcement cases asks for personal information, whatever else is said. */
    @Override
    public Grade grade(RequirementForm draft) {
        var personal = draft.fieldsNeeded().stream().anyMatch(need -> "enforced_count".equals(need.fieldName()));
        var contradicted =
                draft.subjectType() == SubjectType.PERSON && draft.dataClasses().contains("TAX");
        return new Grade(
                personal ? 3 : 2,
                personal || draft.aboutPersons(),
                contradicted ? List.of(new FieldProblem("subjectType", "classOfFirms", "TAX")) : List.of());
    }

    @Override
    public List<Match> similar(RequirementForm draft) {
        compared.add(draft);
        if (!draft.dataClasses().contains("TAX")) {
            return List.of();
        }
        return List.of(
                new Match(
                        true,
                        "DP-0012",
                        new LocalText("小微企业税务画像", "Small-business tax profile"),
                        "LISTED",
                        0.83,
                        1,
                        0.8,
                        0.67,
                        1,
                        true,
                        null),
                new Match(
                        false,
                        "REQ-2026-00012",
                        new LocalText("税务数据（全行）", "Tax data, whole bank"),
                        "TRIAGED",
                        0.64,
                        1,
                        0.5,
                        0.4,
                        1,
                        false,
                        new CaseId(new UUID(0, 12))));
    }

    @Override
    public Money available(BudgetSource source, String businessLine, String branchCode) {
        return source == BudgetSource.NONE ? null : Money.of(300_000);
    }

    @Override
    public Receipt submit(RequirementForm form, String idempotencyKey) {
        submissions++;
        if (refusal != null) {
            throw refusal;
        }
        sent.put(idempotencyKey, form);
        return new Receipt(new CaseId(new UUID(0, 1)), "REQ-2026-00018");
    }

    @Override
    public Page<Row> requirements(String text, boolean onlyMine, int offset, int limit) {
        var rows = List.of(
                row(17, "小微企业经营状况评估所需税务与社保数据", RequirementState.SUBMITTED, "confirmNeed", -20),
                row(16, "按揭房产核验接口", RequirementState.TRIAGED, "writeFeasibilityNote", 50),
                row(9, "收单商户准入名单", RequirementState.CLOSED, null, 0));
        var shown = rows.stream()
                .filter(row -> text == null || row.title().contains(text))
                .filter(row -> !onlyMine || row.requirementNo().endsWith("17"))
                .toList();
        return new Page<>(shown.size(), shown.stream().skip(offset).limit(limit).toList());
    }

    @Override
    public void withdraw(CaseId caseId, Withdraw body) {
        withdrawn.put(caseId, body);
    }

    private static Row row(int number, String title, RequirementState state, String waitsAt, long dueHours) {
        return new Row(
                new CaseId(new UUID(0, number)),
                "REQ-2026-000" + (number < 10 ? "0" : "") + number,
                title,
                state,
                new LocalText("滨江分行", "Riverside Branch"),
                Money.of(480_000),
                NOW.minus(Duration.ofDays(3)),
                waitsAt,
                waitsAt == null ? null : NOW.plus(Duration.ofHours(dueHours)));
    }

    private static Option option(String code, String zh, String en) {
        return new Option(code, new LocalText(zh, en));
    }

    private static FieldOption field(String dataClass, String name, String zh, String en, int level, boolean personal) {
        return new FieldOption(dataClass, name, new LocalText(zh, en), level, personal, false);
    }
}
