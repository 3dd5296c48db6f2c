package org.sluice.support;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** Runs the engine's jobs by hand. */
public class Jobs {

    private final ManagementService engine;

    Jobs(ManagementService engine) {
        this.engine = engine;
    }

    /** Runs everything that may run now, and what follows from it, until nothing is left. */
    public void run() {
        for (var jobs = due(); !jobs.isEmpty(); jobs = due()) {
            for (var job : jobs) {
                // another one may have ended its process
                if (engine.createJobQuery().jobId(job.getId()).count() > 0) {
                    engine.executeJob(job.getId());
                }
            }
        }
    }

    private java.util.List<Job> due() {
        return engine.createJobQuery().executable().list();
    }
}
