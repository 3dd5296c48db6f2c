package org.sluice.bench;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;

/** One of the two that lead the same model along the same path. */
interface Side {

    String name();

    /**
     * Leads one instance from its start to its end, its jobs included, on the calling thread.
     *
     * @return the process instance
     */
    String lead();

    /** Does what has been put off while instances were led, so that none of its cost is left out. */
    void settle();

    HistoryService history();

    /** Runs the jobs that a step has left: on either side by the same calls. */
    static void runJobs(ManagementService engine, String instance) {
        engine.createJobQuery()
                .processInstanceId(instance)
                .executable()
                .list()
                .forEach(job -> engine.executeJob(job.getId()));
    }
}
