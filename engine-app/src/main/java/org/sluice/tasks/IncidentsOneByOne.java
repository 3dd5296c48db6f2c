package org.sluice.tasks;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;
import org.sluice.shared.process.ProcessCases;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Opens and resolves incidents as the engine does, those of a case one after the other.
 *
 * <p>The engine repeats an incident at every call activity above it, and keeps in that execution's row a bit that says
 * whether it has incidents at all. Whoever adds the second one leaves the row as it is, so that nothing tells the two
 * apart when somebody takes the first one away at the same moment and clears the bit: the engine does not look for the
 * repeated incident any more, and whoever has the second one tried again fails at its reference, for ever.
 *
 * <p>A worker's failure holds the lock before it comes here, since our tables hear of it first; a job's does not.
 */
final class IncidentsOneByOne extends DefaultIncidentHandler {

    private final ObjectProvider<ProcessCases> cases;

    /** @param cases asked for at the first incident, not now: they need the engine */
    IncidentsOneByOne(String type, ObjectProvider<ProcessCases> cases) {
        super(type);
        this.cases = cases;
    }

    @Override
    public Incident createIncident(IncidentContext context, String message) {
        lock(context);
        return super.createIncident(context, message);
    }

    @Override
    protected void removeIncident(IncidentContext context, boolean resolved) {
        // asked at every task and job that ends; nearly none has an incident
        if (Context.getCommandContext()
                .getIncidentManager()
                .findIncidentByConfiguration(context.getConfiguration())
                .isEmpty()) {
            return;
        }
        lock(context);
        super.removeIncident(context, resolved);
    }

    /** Before the executions above are read: what is read after it is what the one before has written. */
    private void lock(IncidentContext context) {
        if (context.getExecutionId() != null) {
            cases.getObject().lock(context.getExecutionId());
        }
    }
}
