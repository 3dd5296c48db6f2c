package org.sluice.worker.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.process.privacy.PrivacyOrder;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Release;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Session;
import org.sluice.worker.buckets.BucketExchange;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.jobs.Agreement;
import org.sluice.worker.jobs.Encounters;
import org.sluice.worker.jobs.Meeting;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.jobs.Outcomes;
import org.sluice.worker.jobs.Outcomes.Kept;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.jobs.Receipts;
import org.sluice.worker.jobs.Role;
import org.sluice.worker.jobs.Transcript;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;

/**
 * The step RUN of one order at one party. Whoever may learn rows seals them before anybody says that the run is over; the
 * learner keeps the end before the responder does, so that a kill at whatever moment leaves either no end or one that the
 * learner can tell.
 *
 * <p>Rows of sets that are larger than one piece are computed bucket by bucket; the number alone is not, because numbers
 * bucket by bucket would say more than the number.
 */
final class RunStep implements Encounters.Side {

    private static final Logger LOG = LoggerFactory.getLogger(RunStep.class);

    private final OrderTask task;
    private final DataSet set;
    private final Techniques techniques;
    private final SealedResults results;
    private final Outcomes outcomes;
    private final Receipts receipts;
    private final Progress progress;
    private final int bucket;
    private final int attempts;
    private @Nullable DividedRun divided;

    /**
     * @param bucket identifiers up to which this party runs in one piece
     * @param attempts how often a bucket may be begun
     */
    RunStep(
            OrderTask task,
            DataSet set,
            Techniques techniques,
            SealedResults results,
            Outcomes outcomes,
            Receipts receipts,
            Progress progress,
            int bucket,
            int attempts) {
        this.task = task;
        this.set = set;
        this.techniques = techniques;
        this.results = results;
        this.outcomes = outcomes;
        this.receipts = receipts;
        this.progress = progress;
        this.bucket = bucket;
        this.attempts = attempts;
    }

    @Override
    public Outcome run(Meeting.Line line) {
        PrivacyOrder order = task.order();
        if (!line.learnerData().equals(order.learnerData())
                || !line.responderData().equals(order.responderData())) {
            return refuse(Notice.of(NoticeCode.PEER_DATA_DIFFERS, task.peer()));
        }
        MeteredChannel channel = new MeteredChannel(line.channel());
        Stage stage = new Stage(progress);
        Computation computation = techniques.of(order, (step, rows, total) -> {
            line.check();
            stage.computes(step, rows, total, Transcript.bytes(channel));
        });
        Instant begun = receipts.clock().instant();
        if (computation instanceof Computation.Count count) {
            return count(
                    count, items(count, line), new Session(channel, task.role().order()), begun);
        }
        Computation.Rows rows = (Computation.Rows) computation;
        Sizes sizes = Sizes.exchanged(channel, set.size(), bucket, order);
        Optional<Integer> before = results.bucketsOf(task.job(), task.step());
        if (before.isPresent() && before.get() != sizes.buckets()) {
            return new Outcome.Failed(Notice.of(NoticeCode.BUCKETS_CHANGED, before.get(), sizes.buckets()), Cost.ONE);
        }
        if (sizes.buckets() == 1) {
            return settle(
                    whole(
                            rows,
                            items(rows, line),
                            new Session(channel, task.role().order())),
                    channel,
                    begun);
        }
        try {
            return settle(bucketByBucket(rows, channel, sizes, stage), channel, begun);
        } catch (BucketExchange.TooOften tooOften) {
            return new Outcome.Failed(Notice.of(NoticeCode.BROKE_OFF_TOO_OFTEN, attempts), Cost.ALL);
        }
    }

    private ItemSet items(Computation computation, Meeting.Line line) {
        PrivacyOrder order = task.order();
        Terms terms = new Terms(computation.method(), computation.output(), line.salt(), (int) order.leastSet(), (int)
                order.greatestSet());
        return ItemSet.of(set.items(), terms);
    }

    private RunEnd whole(Computation.Rows rows, ItemSet items, Session session) {
        Learned learned = task.role() == Role.LEARNER
                ? session.run(rows.technique().learner(items))
                : session.run(rows.technique().responder(items));
        return RunEnd.of(learned, transcript(session));
    }

    private RunEnd bucketByBucket(Computation.Rows rows, MeteredChannel channel, Sizes sizes, Stage stage) {
        DividedRun run =
                divided == null ? new DividedRun(task, set, sizes.buckets(), results, techniques.random()) : divided;
        divided = run;
        stage.at(run.done(), run.buckets());
        LOG.info("Step {}: {} of {} buckets are done", task.step(), run.done(), run.buckets());
        run.run(rows, channel, sizes, attempts, done -> {
            stage.at(run.done(), run.buckets());
            stage.computes(BatchedGroup.Step.OWN, 0, run.capacity(), Transcript.bytes(channel));
        });
        return run.end(sizes, task.role() == Role.LEARNER || task.order().output() == PrivacyOutput.BOTH_LEARN);
    }

    @Override
    public int headway() {
        return results.bucketsDone(task.job(), task.step());
    }

    /** Nothing more is run here; what buckets have come to stays for the next begin. */
    void leave() {
        if (divided != null) {
            divided.leave();
        }
    }

    private Outcome count(Computation.Count count, ItemSet items, Session session, Instant begun) {
        if (task.role() == Role.LEARNER) {
            Overlap overlap = session.run(count.cardinality().learner(items));
            Outcome done = done(agreement(overlap, transcript(session), begun), overlap.common(), begun);
            try {
                session.run(Release.tell(overlap));
            } catch (ChannelClosed | Misbehaviour unheard) {
                LOG.info("The peer has not confirmed, and may ask for the end: {}", unheard.getMessage());
            }
            return done;
        }
        Answered answered = session.run(count.cardinality().responder(items));
        Transcript transcript = transcript(session);
        Overlap overlap = session.run(Release.hear(answered));
        return done(agreement(overlap, transcript, begun), overlap.common(), begun);
    }

    private Outcome settle(RunEnd end, Channel line, Instant begun) {
        Transcript transcript = end.transcript();
        Integer common = end.common();
        if (end.positions() != null) {
            results.seal(task.job(), task.step(), transcript.hash(), ResultRows.of(set, end.positions()));
        }
        boolean bothKnow = task.order().output() == PrivacyOutput.BOTH_LEARN;
        Agreement agreement = agreement(end.own(), end.peers(), bothKnow ? common : null, transcript, begun);
        if (task.role() == Role.LEARNER) {
            Handover.learner(line, () -> keep(agreement, common, begun));
        } else {
            Handover.responder(line);
            keep(agreement, common, begun);
        }
        return kept();
    }

    /** An end that the peer has kept while this side was away; rows of it are here, if this side has any to learn. */
    @Override
    public Outcome ended(Agreement agreement, Instant asked) {
        PrivacyOrder order = task.order();
        if (!agreement.learnerData().equals(order.learnerData())
                || !agreement.responderData().equals(order.responderData())
                || !agreement.fits(task.appointment(), (int) order.leastSet(), (int) order.greatestSet(), set.size())) {
            return differs();
        }
        if (order.output() == PrivacyOutput.NUMBER_ONLY) {
            return agreement.matched() == null ? differs() : done(agreement, agreement.matched(), asked);
        }
        if (order.output() == PrivacyOutput.BANK_LEARNS && task.role() == Role.RESPONDER) {
            return done(agreement, null, asked);
        }
        Optional<byte[]> rows = results.open(task.job(), task.step(), agreement.transcriptHash());
        return rows.isEmpty() ? differs() : done(agreement, ResultRows.count(rows.get()), asked);
    }

    private Outcome differs() {
        return new Outcome.Failed(Notice.of(NoticeCode.KEPT_RESULT_DIFFERS, task.peer()), Cost.ONE);
    }

    private static Transcript transcriptOf(Session session, Role role) {
        return Transcript.of("sluice/privacy-order/transcript/v1", session.channel(), role);
    }

    private Transcript transcript(Session session) {
        return transcriptOf(session, task.role());
    }

    private Agreement agreement(Overlap overlap, Transcript transcript, Instant begun) {
        return agreement(overlap.own(), overlap.peers(), overlap.common(), transcript, begun);
    }

    private Agreement agreement(int own, int peers, @Nullable Integer matched, Transcript transcript, Instant begun) {
        PrivacyOrder order = task.order();
        boolean learns = task.role() == Role.LEARNER;
        return new Agreement(
                task.step(),
                order.learner(),
                order.responder(),
                order.learnerData(),
                order.responderData(),
                learns ? own : peers,
                learns ? peers : own,
                matched,
                transcript.bytes(),
                Duration.between(begun, receipts.clock().instant()).toMillis() / 1000.0,
                transcript.hash());
    }

    private Outcome done(Agreement agreement, @Nullable Integer learned, Instant begun) {
        keep(agreement, learned, begun);
        return kept();
    }

    private void keep(Agreement agreement, @Nullable Integer learned, Instant begun) {
        PrivacyOrder order = task.order();
        Receipts.Terms terms = new Receipts.Terms(
                task.job(),
                order.purpose(),
                task.hash(),
                techniques.of(order, (step, rows, total) -> {}).method(),
                order.output().name().toLowerCase(Locale.ROOT),
                (int) order.leastSet(),
                (int) order.greatestSet());
        String receipt = receipts.of(terms, agreement, learned, task.role(), outcomes.runs(task.job()), begun);
        results.ran(task.job(), task.step());
        outcomes.keep(Kept.done(task.appointment(), agreement, receipt, learned));
        results.forgetBuckets(task.job(), task.step());
    }

    @Override
    public Outcome refuse(Notice notice) {
        outcomes.keep(Kept.refused(task.appointment(), notice));
        results.forgetBuckets(task.job(), task.step());
        return new Outcome.Refused(notice);
    }

    private Outcome kept() {
        return outcome(task, outcomes.of(task.step()).orElseThrow(), outcomes.runs(task.job()));
    }

    /** What is reported of a run that ended before. */
    static Outcome outcome(OrderTask task, Kept kept, int runs) {
        if (kept.refusal() != null) {
            return new Outcome.Refused(kept.refusal());
        }
        Agreement agreement = kept.agreement();
        if (agreement == null) {
            throw new IllegalStateException("The end kept for " + task.step() + " holds neither result nor refusal");
        }
        Map<String, Object> results = new HashMap<>();
        results.put(PrivacyOrderTopic.OWN_SIZE.name(), (long) agreement.own(task.role()));
        results.put(PrivacyOrderTopic.PEER_SIZE.name(), (long) agreement.peers(task.role()));
        results.put(PrivacyOrderTopic.BYTES.name(), agreement.bytes());
        results.put(PrivacyOrderTopic.SECONDS.name(), agreement.seconds());
        results.put(PrivacyOrderTopic.RUNS.name(), (long) runs);
        results.put(PrivacyOrderTopic.TRANSCRIPT_HASH.name(), agreement.transcriptHash());
        if (kept.learned() != null) {
            results.put(PrivacyOrderTopic.MATCHED.name(), (long) kept.learned());
        }
        if (kept.receipt() != null) {
            results.put(PrivacyOrderTopic.RECEIPT.name(), kept.receipt());
        }
        return new Outcome.Done(results);
    }
}
