package org.sluice.exit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.exit.ApproveExit;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** One of the signatures that the table asks for; each by another person. */
@Component
class ApproveExitForm implements TaskForm<ApproveExit> {

    private final ExitStore store;
    private final ExitCases exits;
    private final ExitSigning signing;
    private final Parameters parameters;

    ApproveExitForm(ExitStore store, ExitCases exits, ExitSigning signing, Parameters parameters) {
        this.store = store;
        this.exits = exits;
        this.signing = signing;
        this.parameters = parameters;
    }

    @Override
    public String key() {
        return DataExitProcess.Task.APPROVE_EXIT;
    }

    @Override
    public Class<ApproveExit> body() {
        return ApproveExit.class;
    }

    @Override
    public ApproveExit example(CaseId caseId) {
        return new ApproveExit(true, "Approved.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, DataExitProcess.Task.ASSESS_EXIT, key());
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(
                asked,
                parameters.whole(
                        store.get(caseId).decided().isSignedInHours() ? "exit.overdue.due" : "exit.approve.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ApproveExit body) {
        var exit = exits.held(caseId, ExitState.ASSESSED);
        return signing.sign(actor, exit, body, null);
    }
}
