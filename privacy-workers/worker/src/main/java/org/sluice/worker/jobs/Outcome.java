package org.sluice.worker.jobs;

import java.util.Map;
import org.sluice.worker.notice.Notice;

/** How a job ended, as far as this party is concerned. */
public sealed interface Outcome {

    /** Complete, with values for variables of the topic. */
    record Done(Map<String, Object> results) implements Outcome {}

    /** Will not be done, now or later: the process decides what follows. */
    record Refused(Notice notice) implements Outcome {}

    /** Did not work this time. */
    record Failed(Notice notice, Cost cost) implements Outcome {}

    /** What a failure takes from the tries that the engine counts. */
    enum Cost {
        /** Nothing: somebody has to be waited for. */
        NOTHING,
        /** One; after the last one comes an incident. */
        ONE,
        /** All of them: an incident at once. */
        ALL
    }
}
