package org.sluice.shared;

import org.sluice.process.CaseId;

/** The features' way to the engine; implemented by {@code tasks}. */
public interface Flow {

    /** Starts a process for a case in this transaction; it runs to its first waits. The business key is the case. */
    void start(String processKey, CaseId caseId, Flags flags);

    /**
     * Writes a message for the case's process with this transaction. It is delivered after commit, in a transaction of
     * its own, at least once; a message that nobody waits for any more counts as delivered, and one that a model starts
     * with starts it unless it runs for the case already. Until it is delivered, the same message for the same case is
     * written once.
     */
    void send(String message, CaseId caseId);
}
