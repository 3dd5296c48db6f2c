package org.sluice.ui.access;

import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.Withdraw;
import org.sluice.ui.cases.CaseWithdrawal;
import org.springframework.stereotype.Component;

/** Takes a request to use a product back from its case page. */
@Component
public class UsageWithdrawal implements CaseWithdrawal {

    private final UsageDesk desk;

    public UsageWithdrawal(UsageDesk desk) {
        this.desk = desk;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.USAGE;
    }

    @Override
    public void withdraw(CaseId id, Withdraw body) {
        desk.withdraw(id, body);
    }
}
