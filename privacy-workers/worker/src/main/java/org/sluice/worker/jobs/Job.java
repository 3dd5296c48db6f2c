package org.sluice.worker.jobs;

import java.util.List;
import java.util.Map;

/** What a worker does for one topic. */
public interface Job {

    String topic();

    /** The code of the BPMN error that a refusal is, by the topic's contract. */
    String refused();

    /** Names of the variables that it reads; a worker asks the engine for no others. */
    List<String> inputs();

    /**
     * Runs to an outcome. A job that ran before under the same id gives the outcome that was kept, and computes nothing.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted, which is how a job is cancelled
     */
    Outcome run(Map<String, Object> variables, Progress progress);
}
