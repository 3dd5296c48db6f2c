package org.sluice.ui.cases;

import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.Withdraw;

/** Takes a case back for its initiator; the subject whose case it is brings it along. */
public interface CaseWithdrawal {

    /** Which kind of cases it takes back; there is one for a kind at most. */
    CaseKind kind();

    void withdraw(CaseId id, Withdraw body);
}
