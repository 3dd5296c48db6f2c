package org.sluice.support;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;

/** Runs the engine's jobs by hand. */
public class Jobs {

    private final ManagementService engine;
    private final RuntimeService instances;

    Jobs(ManagementService engine, RuntimeService instances) {
        this.engine = engine;
        this.instances = instances;
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

    /** Lets a timer of a case go off now, whatever the clock says, and runs what follows. */
    public void due(String caseId, String timer) {
        var job = engine.createJobQuery().activityId(timer).list().stream()
                .filter(each -> instances
                                .createProcessInstanceQuery()
                                .processInstanceId(each.getProcessInstanceId())
                                .processInstanceBusinessKey(caseId)
                                .count()
                        > 0)
                .findFirst()
                .orElseThrow();
        engine.executeJob(job.getId());
        run();
    }

    private java.util.List<Job> due() {
        return engine.createJobQuery().executable().list();
    }
}
