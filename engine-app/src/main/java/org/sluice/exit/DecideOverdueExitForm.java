package org.sluice.exit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.process.exit.ApproveExit;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** The chief compliance officer signs where a signature did not come in time; what is stopped stays stopped until then. */
@Component
class DecideOverdueExitForm implements TaskForm<ApproveExit> {

    private final ExitCases exits;
    private final ExitSigning signing;

    DecideOverdueExitForm(ExitCases exits, ExitSigning signing) {
        this.exits = exits;
        this.signing = signing;
    }

    @Override
    public String key() {
        return DataExitProcess.Task.DECIDE_OVERDUE_EXIT;
    }

    @Override
    public Class<ApproveExit> body() {
        return ApproveExit.class;
    }

    @Override
    public ApproveExit example(CaseId caseId) {
        return new ApproveExit(true, "Approved instead of the missing signature.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, DataExitProcess.Task.ASSESS_EXIT, DataExitProcess.Task.APPROVE_EXIT);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return exits.due("exit.overdue.due", asked);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ApproveExit body) {
        var exit = exits.held(caseId, ExitState.ASSESSED);
        return signing.sign(actor, exit, body, Role.CHIEF_COMPLIANCE_OFFICER);
    }
}
