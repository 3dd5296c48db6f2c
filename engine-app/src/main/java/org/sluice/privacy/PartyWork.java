package org.sluice.privacy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PartyState;
import org.sluice.shared.Flags;

/**
 * One kind of task that workers fetch, and the tables that tell how far each is. What is told of a task of another kind
 * changes nothing here; whatever is told again does neither.
 */
public interface PartyWork {

    /** A task that is tried again: the process that waits for it, and what its worker is told anew. */
    record Renewal(String processInstance, Flags flags) {}

    /** Whose a task is, and where it stands. */
    record Task(String party, PartyState state) {}

    /** @param waits why the worker waits, if it does and says so */
    record Report(
            MatchTestStep step,
            long done,
            long total,
            long bytes,
            @Nullable LocalText waits) {}

    /**
     * A task that a worker of the party can now fetch.
     *
     * @param range which range of buckets it is about; null where it is about none
     */
    record Offer(
            String topic,
            String processInstance,
            String externalTask,
            @Nullable Long range) {}

    /** @return what the process that has it is told anew */
    List<Renewal> offer(Offer offer);

    /** A worker has handed in what it was asked for; what that is, the process tells. */
    void handedIn(String externalTask);

    /** The worker puts the task back for a while, and says why. */
    void putBack(String externalTask, LocalText words);

    /** The worker has given the task up, with what it said last; it stands before the operators. */
    void giveUp(String externalTask);

    /** An operator has a failed task tried again. */
    List<Renewal> retry(String externalTask);

    /** A worker of this party is reached where none was before: what its peers are told anew. */
    List<Renewal> reached(String party);

    /** Empty when the task is of another kind. */
    Optional<Task> find(String externalTask);

    /** Keeps how far the worker is with a task that {@link #find} knows. */
    void progress(String externalTask, Report report);
}
