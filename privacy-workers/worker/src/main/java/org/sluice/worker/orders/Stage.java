package org.sluice.worker.orders;

import java.util.concurrent.atomic.AtomicInteger;
import org.sluice.protocol.group.BatchedGroup.Step;
import org.sluice.worker.jobs.Progress;

/** How far a run is as a whole, be it in one piece or in buckets: rows of the bucket in hand, beside those that are done. */
final class Stage {

    private final Progress progress;
    private final AtomicInteger done = new AtomicInteger();
    private volatile int buckets = 1;

    Stage(Progress progress) {
        this.progress = progress;
    }

    /** So many are on the disk, of so many. */
    void at(int bucketsDone, int ofBuckets) {
        done.set(bucketsDone);
        buckets = ofBuckets;
    }

    /** As {@link Progress#computes}, of the bucket in hand. */
    void computes(Step step, int rows, int total, long bytes) {
        int all = buckets;
        // the one in hand may have been done before, at the side that answers
        long before = (long) Math.min(done.get(), all - 1) * total;
        progress.computes(step, fitting(before + rows), fitting((long) all * total), bytes);
    }

    private static int fitting(long rows) {
        return (int) Math.min(rows, Integer.MAX_VALUE);
    }
}
