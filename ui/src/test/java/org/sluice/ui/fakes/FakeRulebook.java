package org.sluice.ui.fakes;

import java.util.List;
import org.sluice.process.LocalText;
import org.sluice.ui.rulebook.RulebookDesk;

/** One table with two rows, one of which stands on a clause that nobody has verified. */
public final class FakeRulebook implements RulebookDesk {

    @Override
    public int release() {
        return 3;
    }

    @Override
    public List<Table> tables() {
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
                                        List.of("<= 500000", "", "", "UNKNOWN"),
                                        List.of("BUSINESS_OWNER, DATA_HEAD"),
                                        new LocalText("五十万元及以下", "Up to 500 000 CNY"),
                                        List.of("HOUSE-1")),
                                new TableRow(
                                        "above500k",
                                        List.of("> 500000", "", "", ""),
                                        List.of("BUSINESS_OWNER, DATA_HEAD, EXEC_APPROVER"),
                                        new LocalText("五十万元以上须经分管行领导审批", "Above, the executive in charge approves too"),
                                        List.of("HOUSE-1", "CN-PIPL-51")))),
                new Table(
                        "approvalAddOn",
                        new LocalText("附加审批", "Additional approvals"),
                        "COLLECT",
                        inputs,
                        List.of("approvers"),
                        List.of()));
    }

    @Override
    public List<Clause> clauses() {
        return List.of(
                new Clause("HOUSE-1", "§1", new LocalText("行内审批权限", "The house’s ladder"), "P", false),
                new Clause(
                        "CN-PIPL-51",
                        "Art. 51",
                        new LocalText("处理者的合规义务", "Duties of a personal-information handler"),
                        "F",
                        true));
    }
}
