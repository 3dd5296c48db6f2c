package org.sluice.worker.orders;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.worker.buckets.BucketExchange;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.jobs.Role;
import org.sluice.worker.jobs.Transcript;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;

/** What one task does of a run that goes by buckets, over as many lines as it takes. */
final class BucketWork {

    private static final Logger LOG = LoggerFactory.getLogger(BucketWork.class);

    private final OrderTask task;
    private final DataSet set;
    private final Range range;
    private final SealedResults results;
    private final SecureRandom random;
    private final int attempts;
    private final BooleanSupplier begins;
    private @Nullable DividedRun divided;

    /**
     * @param attempts how often a bucket may be begun
     * @param begins as for {@link SealedResults#buckets}
     */
    BucketWork(
            OrderTask task,
            DataSet set,
            Range range,
            SealedResults results,
            SecureRandom random,
            int attempts,
            BooleanSupplier begins) {
        this.task = task;
        this.set = set;
        this.range = range;
        this.results = results;
        this.random = random;
        this.attempts = attempts;
        this.begins = begins;
    }

    /** A failure where the step was begun with another number of buckets than both sides come to now. */
    Optional<Outcome> begunOtherwise(Sizes sizes) {
        return results.bucketsOf(task.job(), task.step())
                .filter(before -> before != sizes.buckets())
                .map(before ->
                        new Outcome.Failed(Notice.of(NoticeCode.BUCKETS_CHANGED, before, sizes.buckets()), Cost.ONE));
    }

    /** Runs what is left of the range, which is not empty. */
    RunEnd run(Computation.Rows rows, MeteredChannel channel, Sizes sizes, Stage stage) {
        DividedRun run = divided == null ? divided(sizes.buckets()) : divided;
        divided = run;
        stage.at(run.done(), run.buckets());
        LOG.info("Step {}: {} of {} buckets are done", task.step(), run.done(), run.buckets());
        run.run(rows, channel, sizes, attempts, done -> {
            stage.at(run.done(), run.buckets());
            stage.computes(BatchedGroup.Step.OWN, 0, run.capacity(), Transcript.bytes(channel));
        });
        return run.end(sizes, task.role() == Role.LEARNER || task.order().output() == PrivacyOutput.BOTH_LEARN);
    }

    private DividedRun divided(int buckets) {
        SealedResults.BucketFolder folder = results.buckets(task.job(), task.step(), buckets, range, begins);
        return new DividedRun(task, set, buckets, range, folder, random);
    }

    /** After {@link BucketExchange.TooOften} or {@link SealedResults.BegunTooOften}. */
    Outcome givenUp() {
        return new Outcome.Failed(Notice.of(NoticeCode.BROKE_OFF_TOO_OFTEN, attempts), Cost.ALL);
    }

    /** Buckets of the range that are on the disk here. */
    int done() {
        return results.bucketsDone(task.job(), task.step(), range);
    }

    /** Nothing more is run here; what buckets have come to stays for the next begin. */
    void leave() {
        if (divided != null) {
            divided.leave();
        }
    }
}
