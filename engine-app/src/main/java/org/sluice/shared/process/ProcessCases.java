package org.sluice.shared.process;

import org.camunda.bpm.engine.impl.context.Context;
import org.sluice.process.CaseId;
import org.sluice.process.Var;
import org.sluice.shared.CaseFiles;
import org.springframework.stereotype.Component;

/** Which case an execution serves, for the engine's own hooks, which are told an execution by its key alone. */
@Component
public class ProcessCases {

    static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    private final CaseFiles files;

    ProcessCases(CaseFiles files) {
        this.files = files;
    }

    /**
     * Locks the execution's case until this transaction ends; does nothing where it serves none. Only within a command of
     * the engine, and whoever stands before it: what a worker does may go on in another party's process.
     */
    public void lock(String execution) {
        var found = Context.getCommandContext().getExecutionManager().findExecutionById(execution);
        if (found != null) {
            CaseVariables.of(found).find(CASE_ID).ifPresent(files::lock);
        }
    }
}
