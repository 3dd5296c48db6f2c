package org.sluice.worker.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.worker.buckets.BucketExchange;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.jobs.Agreement;
import org.sluice.worker.jobs.Appointment;
import org.sluice.worker.jobs.Encounters;
import org.sluice.worker.jobs.Meeting;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.jobs.Outcomes.Kept;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.jobs.Role;
import org.sluice.worker.jobs.Transcript;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;

/**
 * A range of one run's buckets at one party. What its buckets come to lies where the run's own step looks for it; of the
 * range itself is kept only that it is over, and what went over the line. Where the run goes in one piece, or there are
 * fewer buckets than ranges, both sides find so and there is nothing to do.
 */
final class RangeStep implements Encounters.Side {

    private final OrderTask task;
    private final Range range;
    private final DataSet set;
    private final Means means;
    private final Progress progress;
    private final BucketWork buckets;

    RangeStep(OrderTask task, Range range, DataSet set, Means means, Progress progress) {
        this.task = task;
        this.range = range;
        this.set = set;
        this.means = means;
        this.progress = progress;
        this.buckets = means.buckets(task, set, range);
    }

    private Appointment appointment() {
        return task.appointment(range);
    }

    @Override
    public Outcome run(Meeting.Line line) {
        if (!task.isOver(line)) {
            return refuse(Notice.of(NoticeCode.PEER_DATA_DIFFERS, task.peer()));
        }
        Instant begun = means.now();
        MeteredChannel channel = new MeteredChannel(line.channel());
        Stage stage = new Stage(progress);
        Computation computation = means.techniques().of(task.order(), (step, rows, total) -> {
            line.check();
            stage.computes(step, rows, total, Transcript.bytes(channel));
        });
        Sizes sizes = Sizes.exchanged(channel, set.size(), means.bucket(), task.order());
        Optional<Outcome> otherwise = buckets.begunOtherwise(sizes);
        if (otherwise.isPresent()) {
            return otherwise.get();
        }
        try {
            Transcript transcript = sizes.buckets() > 1
                            && !range.isEmpty(sizes.buckets())
                            && computation instanceof Computation.Rows rows
                    ? buckets.run(rows, channel, sizes, stage).transcript()
                    : Transcript.of("sluice/privacy-range/transcript/v1", channel, task.role());
            return settle(sizes, transcript, channel, begun);
        } catch (BucketExchange.TooOften | SealedResults.BegunTooOften tooOften) {
            return buckets.givenUp();
        } catch (SealedResults.CutOtherwise cut) {
            return buckets.begunOtherwise(sizes).orElseThrow(() -> cut);
        }
    }

    private Outcome settle(Sizes sizes, Transcript transcript, MeteredChannel channel, Instant begun) {
        Agreement agreement = task.agreement(
                appointment().id(), set.size(), sizes.peers(), null, transcript, Duration.between(begun, means.now()));
        if (task.role() == Role.LEARNER) {
            Handover.learner(channel, () -> keep(agreement));
        } else {
            Handover.responder(channel);
            keep(agreement);
        }
        return over();
    }

    private void keep(Agreement agreement) {
        means.outcomes().keep(Kept.done(appointment(), agreement, null, null));
    }

    /** The peer has the range's end: all its buckets are done at both. */
    @Override
    public Outcome ended(Agreement agreement, Instant asked) {
        if (!task.allows(agreement, appointment(), set)) {
            return new Outcome.Failed(Notice.of(NoticeCode.KEPT_RESULT_DIFFERS, task.peer()), Cost.ONE);
        }
        keep(agreement);
        return over();
    }

    /** Others of the run compute meanwhile, and a line is as slow as the machine is busy; the run's own task measures. */
    @Override
    public boolean measures() {
        return false;
    }

    @Override
    public int headway() {
        return buckets.done();
    }

    @Override
    public Outcome refuse(Notice notice) {
        means.outcomes().keep(Kept.refused(appointment(), notice));
        return new Outcome.Refused(notice);
    }

    /** What is reported of a range that is over: nothing, since the run's own step reports of the whole. */
    static Outcome over() {
        return new Outcome.Done(Map.of());
    }

    void leave() {
        buckets.leave();
    }
}
