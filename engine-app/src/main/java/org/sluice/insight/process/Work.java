package org.sluice.insight.process;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.sluice.process.CaseId;
import org.springframework.stereotype.Component;

/** What the engine has still to do by itself in a case. */
@Component
public class Work {

    private final RuntimeService processes;
    private final ManagementService jobs;

    Work(RuntimeService processes, ManagementService jobs) {
        this.processes = processes;
        this.jobs = jobs;
    }

    /** Whether a job of the case may run now. One that has failed for good waits for an operator, and is none. */
    public boolean waits(CaseId caseId) {
        return processes.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).list().stream()
                .anyMatch(instance -> jobs.createJobQuery()
                                .processInstanceId(instance.getId())
                                .executable()
                                .count()
                        > 0);
    }
}
