package org.sluice.ui.intake;

import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.Withdraw;
import org.sluice.ui.cases.CaseWithdrawal;
import org.springframework.stereotype.Component;

/** Takes a requirement back from its case page. */
@Component
public class RequirementWithdrawal implements CaseWithdrawal {

    private final IntakeDesk desk;

    public RequirementWithdrawal(IntakeDesk desk) {
        this.desk = desk;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.REQUIREMENT;
    }

    @Override
    public void withdraw(CaseId id, Withdraw body) {
        desk.withdraw(id, body);
    }
}
