package org.sluice.ui.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.NotFound;
import org.sluice.process.Page;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.ui.tasks.TaskDesk;

/** A desk with a handful of tasks in memory; it refuses what it is told to refuse. */
public final class FakeTasks implements TaskDesk {

    public static final Instant NOW = Instant.parse("2026-11-22T06:05:00Z");
    public static final CaseId CASE = new CaseId(new UUID(0, 1));
    public static final TaskId FREE = new TaskId("t-free");
    public static final TaskId MINE = new TaskId("t-mine");
    private static final LocalText COLLEAGUE = new LocalText("周沐", "Zhou Mu");
    private static final LocalText UNIT = new LocalText("滨江分行", "Riverside Branch");

    public final Map<TaskId, Body> completed = new LinkedHashMap<>();
    public RuntimeException refusal;
    private final Map<TaskId, Row> rows = new LinkedHashMap<>();

    public FakeTasks() {
        put(row(MINE, Task.APPROVE_REQUIREMENT, Role.DATA_HEAD, 1_860_000L, -30).mine(true));
        put(row(FREE, Task.CONFIRM_NEED, Role.BUSINESS_OWNER, 480_000L, 50));
        put(row(new TaskId("t-reuse"), Task.CONFIRM_REUSE, Role.DATA_INTAKE, 480_000L, 26));
        put(row(new TaskId("t-merge"), Task.CONFIRM_MERGE, Role.DATA_INTAKE, 96_000L, 30));
        put(row(new TaskId("t-opinion"), Task.GIVE_OPINION, Role.COMPLIANCE, 1_200_000L, 72));
        put(row(new TaskId("t-note"), Task.WRITE_FEASIBILITY_NOTE, Role.DATA_INTAKE, 320_000L, 100));
        put(row(new TaskId("t-short"), Task.SETTLE_SHORTFALL, Role.FINANCE, 5_400_000L, 5));
    }

    /** One more, of whatever process. */
    public TaskId add(String key, Role group) {
        var id = new TaskId("t-" + key);
        put(row(id, key, group, 480_000L, 60));
        return id;
    }

    @Override
    public Page<Row> page(Filter filter, int offset, int limit) {
        var all = rows.values().stream()
                .filter(row -> filter.scope() == Scope.MINE ? row.mine() : true)
                .filter(row -> filter.taskKey() == null || row.key().equals(filter.taskKey()))
                .filter(row -> filter.text() == null || row.caseTitle().zh().contains(filter.text()))
                .filter(row -> !filter.overdueOnly() || row.overdue())
                .toList();
        return new Page<>(all.size(), all.stream().skip(offset).limit(limit).toList());
    }

    @Override
    public Row open(TaskId id) {
        var row = rows.get(id);
        if (row == null) {
            throw new NotFound("task", id.value());
        }
        return row;
    }

    @Override
    public Material material(TaskId id) {
        return switch (open(id).key()) {
            case Task.CONFIRM_REUSE ->
                choices(
                        new Choice(
                                "productCode",
                                "DP-00007",
                                new LocalText("企业纳税信用查询（相似度 71%）", "Taxpayer credit query (71% alike)"),
                                false,
                                null,
                                null),
                        new Choice(
                                "productCode",
                                "DP-00012",
                                new LocalText("DP-00012 小微企业税务画像", "DP-00012 Small-business tax profile"),
                                true,
                                null,
                                null));
            case Task.CONFIRM_MERGE ->
                choices(new Choice(
                        "requirementNo",
                        "REQ-2026-00012",
                        new LocalText("税务数据（全行）", "Tax data, whole bank"),
                        true,
                        CASE,
                        null));
            case ProcurementProcess.Task.PLAN_SOURCING ->
                choices(offered("joinCase", "REQ-2026-00012", "税务数据（全行）", "Tax data, whole bank", null));
            case ProcurementProcess.Task.CHOOSE_OFFER ->
                new Material(
                        List.of(
                                offered("supplier", "SUP-00007", "朝㬢数据", "Zhaoxi Data", null),
                                offered("supplier", "SUP-00011", "云溪征信", "Yunxi Credit", null)),
                        List.of(new Figure("reserved", null, Money.of(480_000))));
            case DataAdmissionProcess.Task.ARRANGE_TEST ->
                choices(
                        offered("bankDataSet", "clients@1", "clients（20,000 行）", "clients (20,000 rows)", null),
                        offered("supplierDataSet", "firms@1", "firms（50,000 行）", "firms (50,000 rows)", null));
            case Task.SETTLE_SHORTFALL ->
                new Material(
                        List.of(
                                new Choice(
                                        "budgetLine",
                                        "CENTRAL-2026",
                                        new LocalText("总行集中预算", "Central budget"),
                                        true,
                                        null,
                                        Money.of(22_000_000)),
                                new Choice(
                                        "budgetLine",
                                        "LINE-IF-2026",
                                        new LocalText("普惠金融条线预算", "Inclusive-finance line"),
                                        false,
                                        null,
                                        Money.of(5_900_000))),
                        List.of(
                                new Figure("asked", null, Money.of(5_400_000)),
                                new Figure("available", new LocalText("滨江分行预算", "Riverside line"), Money.of(1_250_000)),
                                new Figure("gap", null, Money.of(4_150_000)),
                                new Figure("short", new LocalText("对公条线预算", "Corporate line"), Money.of(300_000))));
            default -> Material.NONE;
        };
    }

    private static Choice offered(String field, String value, String zh, String en, @Nullable String of) {
        return new Choice(field, value, new LocalText(zh, en), false, null, null, of);
    }

    private static Material choices(Choice... choices) {
        return new Material(List.of(choices), List.of());
    }

    @Override
    public void claim(TaskId id) {
        refuse();
        put(open(id), true);
    }

    @Override
    public void unclaim(TaskId id) {
        refuse();
        put(open(id), false);
    }

    @Override
    public void complete(TaskId id, Body body) {
        refuse();
        open(id);
        if (!body.problems().isEmpty()) {
            throw new Invalid(body.problems());
        }
        rows.remove(id);
        completed.put(id, body);
    }

    private void refuse() {
        if (refusal != null) {
            throw refusal;
        }
    }

    /** As when a colleague was faster. */
    public void someoneElseCompletes(TaskId id) {
        rows.remove(id);
        refusal = new Conflict("taskCompleted", COLLEAGUE);
    }

    /** As when a colleague was faster, and is still at it. */
    public void someoneElseClaims(TaskId id) {
        rows.put(id, copy(open(id), COLLEAGUE, false));
        refusal = new Conflict("taskClaimed", COLLEAGUE);
    }

    /** As a finding, a supplier or a product is what a task is about. */
    public void isAbout(TaskId id, LocalText subject) {
        rows.compute(id, (same, row) -> copy(row, row.assigneeName(), row.mine(), subject, row.notForReader()));
    }

    /** As for a member of the committee who has voted already. */
    public void isNotForReader(TaskId id, LocalText reason) {
        rows.compute(id, (same, row) -> copy(row, row.assigneeName(), row.mine(), row.subject(), reason));
    }

    private void put(Row row, boolean mine) {
        var name = mine ? new LocalText("演示用户", "Demo user") : null;
        rows.put(row.id(), copy(row, name, mine));
    }

    private void put(Fresh fresh) {
        put(fresh.row, fresh.mine);
    }

    private static Fresh row(TaskId id, String key, Role group, long amount, long hours) {
        return new Fresh(new Row(
                id,
                key,
                "requirement-intake",
                CASE,
                "REQ-2026-00017",
                new LocalText("小微企业经营状况评估所需税务与社保数据", "小微企业经营状况评估所需税务与社保数据"),
                null,
                group,
                new UnitCode("B01"),
                UNIT,
                null,
                false,
                Money.of(amount),
                NOW.minus(Duration.ofDays(2)),
                NOW.plus(Duration.ofHours(hours)),
                hours < 0,
                hours < 0 ? NOW.minus(Duration.ofDays(1)) : null,
                null));
    }

    private static Row copy(Row row, LocalText assignee, boolean mine) {
        return copy(row, assignee, mine, row.subject(), row.notForReader());
    }

    private static Row copy(Row row, LocalText assignee, boolean mine, LocalText subject, LocalText notForReader) {
        return new Row(
                row.id(),
                row.key(),
                row.processKey(),
                row.caseId(),
                row.caseNumber(),
                row.caseTitle(),
                subject,
                row.candidateGroup(),
                row.orgUnit(),
                row.orgUnitName(),
                assignee,
                mine,
                row.amount(),
                row.createdAt(),
                row.due(),
                row.overdue(),
                row.remindedAt(),
                notForReader);
    }

    public List<Row> rows() {
        return new ArrayList<>(rows.values());
    }

    private static final class Fresh {
        private final Row row;
        private boolean mine;

        Fresh(Row row) {
            this.row = row;
        }

        Fresh mine(boolean yes) {
            mine = yes;
            return this;
        }
    }
}
