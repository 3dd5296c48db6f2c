package org.sluice.ui.fakes;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.ui.rulebook.RulebookDesk;

/**
 * Two releases; the older one has no rules. One table with two rows: one row stands on a clause that nobody has verified, one on house policy
 * alone. In the older release the second row had another text, and the parameter another value.
 */
public final class FakeRulebook implements RulebookDesk {

    private static final LocalText ABOVE =
            new LocalText("五十万元以上须经分管行领导审批", "Above, the executive in charge approves too");
    private static final LocalText ABOVE_BEFORE = new LocalText("五十万元以上由数据管理部审批", "Above, data management approves");

    @Override
    public List<Release> releases() {
        return List.of(
                new Release(3, Instant.parse("2026-11-02T01:00:00Z")),
                new Release(2, Instant.parse("2026-03-02T01:00:00Z")));
    }

    @Override
    public List<Table> tables(int release) {
        var inputs = List.of("amount", "jrLevel", "containsPersonalInfo", "method");
        return List.of(
                new Table(
                        "approvalLadder",
                        new LocalText("审批层级", "Approval ladder"),
                        "UNIQUE",
                        inputs,
                        List.of("approvers"),
                        List.of(
                                new TableRow(
                                        "upTo500k",
                                        List.of("[100000..500000)", "", "", "not(\"SINGLE_SOURCE\")"),
                                        List.of("\"BUSINESS_OWNER, DATA_HEAD\""),
                                        new LocalText("五十万元及以下", "Up to 500 000 CNY"),
                                        true,
                                        List.of()),
                                new TableRow(
                                        "above500k",
                                        List.of(">= 500000", ">= 4", "true", ""),
                                        List.of("\"BUSINESS_OWNER, DATA_HEAD, EXEC_APPROVER\""),
                                        release == 3 ? ABOVE : ABOVE_BEFORE,
                                        false,
                                        List.of("CN-OUT-37", "CN-PIPL-51", "CN-GONE-1")))),
                new Table(
                        "approvalAddOn",
                        new LocalText("附加审批", "Additional approvals"),
                        "COLLECT",
                        inputs,
                        List.of("approvers"),
                        List.of()));
    }

    @Override
    public List<Parameter> parameters(int release) {
        return List.of(new Parameter(
                "important.jrLevel",
                BigDecimal.valueOf(release == 3 ? 4 : 5),
                "level",
                new LocalText("自此级别起视为重要数据", "Data counts as important from this level")));
    }

    @Override
    public List<Rule> rules(int release) {
        return release < 3
                ? List.of()
                : List.of(
                        new Rule(
                                "S-15",
                                "supplier",
                                "REJECT",
                                "STATUTE",
                                new LocalText("个人信用信息须由持牌机构提供", "Personal credit information without a licence"),
                                List.of("CN-PIPL-51", "CN-GONE-1"),
                                List.of(),
                                false,
                                new LocalText("改由持牌机构提供", "Obtain it from a licensed body"),
                                "CN-CRBM-5",
                                "supplier/licences.drl",
                                12,
                                "rule \"S-15 personal credit information\"\nend"),
                        new Rule(
                                "S-26",
                                "supplier",
                                "MANUAL",
                                "POLICY",
                                new LocalText("处罚次数较多", "Many penalties"),
                                List.of(HOUSE_POLICY),
                                List.of(Role.COMPLIANCE, Role.RISK_MGMT),
                                true,
                                new LocalText("说明整改情况", "Say what was mended"),
                                "[proposal] S-26",
                                "supplier/conduct.drl",
                                30,
                                "rule \"S-26 many penalties\"\nend"),
                        new Rule(
                                "D-41",
                                "data",
                                "WARN",
                                "SUPERVISORY",
                                new LocalText("须留意的惯例", "A practice to mind"),
                                List.of(PRACTICE),
                                List.of(),
                                false,
                                new LocalText("与监管沟通", "Ask the supervisor"),
                                "[practice]",
                                "data/connection.drl",
                                40,
                                "rule \"D-41 practice\"\nend"));
    }

    @Override
    public List<Clause> clauses(int release) {
        return List.of(
                new Clause("CN-OUT-37", "art. 37", new LocalText("重大外包须报告", "Report major outsourcing"), "2nd", false),
                new Clause(
                        "CN-PIPL-51",
                        "Art. 51",
                        new LocalText("处理者的合规义务", "Duties of a personal-information handler"),
                        "F",
                        true));
    }

    @Override
    public List<Change> changes(int from, int to) {
        return from == to
                ? List.of()
                : List.of(
                        new Change("approvalLadder", "above500k", ABOVE_BEFORE, ABOVE),
                        new Change(
                                RULES,
                                "S-26",
                                new LocalText("处罚次数（旧）", "Penalties, the older text"),
                                new LocalText("处罚次数较多", "Many penalties")),
                        new Change(null, "important.jrLevel", new LocalText("5", "5"), new LocalText("4", "4")));
    }
}
