package org.sluice.ui.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Page;

/** For the operator: what the engine could not do by itself, and its retry. */
public interface IncidentDesk {

    /**
     * @param id of the incident, to be handed back
     * @param element id of the model element at which the case is stuck
     * @param message what went wrong: in a worker's own words, else as short as the engine says it
     * @param retryable false when no job or external task stands behind it
     */
    record Row(
            String id,
            @Nullable CaseId caseId,
            @Nullable String caseNumber,
            String processKey,
            String element,
            LocalText message,
            Instant since,
            boolean retryable) {}

    Page<Row> page(int offset, int limit);

    /** Gives the job behind the incident new retries; it runs at once. */
    void retry(String incident);
}
