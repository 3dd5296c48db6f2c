package org.sluice.worker.jobs;

import org.sluice.protocol.group.BatchedGroup.Step;
import org.sluice.worker.notice.Notice;

/** Hears how far a job is; called often and by several threads, so that an implementation says less than it hears. */
public interface Progress {

    /** The job waits for somebody, and why. */
    void waits(Notice notice);

    /**
     * The job computes.
     *
     * @param step which set it computes on
     * @param rows how many of the step's rows are done, of how many
     * @param bytes what has gone over the line so far, both ways
     */
    void computes(Step step, int rows, int total, long bytes);

    /** Tells both. */
    default Progress and(Progress other) {
        Progress one = this;
        return new Progress() {
            @Override
            public void waits(Notice notice) {
                one.waits(notice);
                other.waits(notice);
            }

            @Override
            public void computes(Step step, int rows, int total, long bytes) {
                one.computes(step, rows, total, bytes);
                other.computes(step, rows, total, bytes);
            }
        };
    }
}
