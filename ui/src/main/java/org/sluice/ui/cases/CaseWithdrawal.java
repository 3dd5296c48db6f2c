package org.sluice.ui.cases;

import org.sluice.process.CaseId;
import org.sluice.process.intake.Withdraw;

/** Takes a case back for its initiator; the subject whose case it is brings it along. */
@FunctionalInterface
public interface CaseWithdrawal {

    void withdraw(CaseId id, Withdraw body);
}
