package org.sluice.ui.exit;

import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.Withdraw;
import org.sluice.ui.cases.CaseWithdrawal;
import org.springframework.stereotype.Component;

/** Takes an exit back from its case page. */
@Component
public class ExitWithdrawal implements CaseWithdrawal {

    private final ExitDesk desk;

    public ExitWithdrawal(ExitDesk desk) {
        this.desk = desk;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.EXIT;
    }

    @Override
    public void withdraw(CaseId id, Withdraw body) {
        desk.withdraw(id, body);
    }
}
