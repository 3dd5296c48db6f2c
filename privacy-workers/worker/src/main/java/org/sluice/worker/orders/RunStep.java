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
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Release;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.sum.ValuedSet;
import org.sluice.protocol.session.Session;
import org.sluice.worker.buckets.BucketExchange;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.data.Values;
import org.sluice.worker.jobs.Agreement;
import org.sluice.worker.jobs.Encounters;
import org.sluice.worker.jobs.Meeting;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.jobs.Outcomes.Kept;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.jobs.Receipts;
import org.sluice.worker.jobs.Role;
import org.sluice.worker.jobs.Transcript;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * The step RUN of one order at one party. Whoever may learn rows seals them before anybody says that the run is over; the
 * learner keeps the end before the responder does, so that a kill at whatever moment leaves either no end or one that the
 * learner can tell.
 *
 * <p>Rows of sets that are larger than one piece are computed bucket by bucket; a number or a sum is not, because numbers
 * bucket by bucket would say more than the number.
 */
final class RunStep implements Encounters.Side {

    private static final Logger LOG = LoggerFactory.getLogger(RunStep.class);

    private final OrderTask task;
    private final DataSet set;
    private final Means means;
    private final Progress progress;
    private final BucketWork buckets;

    RunStep(OrderTask task, DataSet set, Means means, Progress progress) {
        this.task = task;
        this.set = set;
        this.means = means;
        this.progress = progress;
        this.buckets = means.buckets(task, set);
    }

    @Override
    public Outcome run(Meeting.Line line) {
        PrivacyOrder order = task.order();
        if (!task.isOver(line)) {
            return refuse(Notice.of(NoticeCode.PEER_DATA_DIFFERS, task.peer()));
        }
        MeteredChannel channel = new MeteredChannel(line.channel());
        Stage stage = new Stage(progress);
        Computation computation = means.techniques().of(order, (step, rows, total) -> {
            line.check();
            stage.computes(step, rows, total, Transcript.bytes(channel));
        });
        Instant begun = means.now();
        if (computation instanceof Computation.Count count) {
            return count(
                    count, items(count, line), new Session(channel, task.role().order()), begun);
        }
        if (computation instanceof Computation.Total total) {
            return total(total, line, channel, begun);
        }
        if (computation instanceof Computation.LookUp lookUp) {
            Session session = new Session(channel, task.role().order());
            Learned learned;
            try {
                learned = means.lookUp(task, set).run(lookUp, line, channel, session);
            } catch (Problem tooLarge) {
                return refuse(tooLarge.notice());
            }
            return settle(RunEnd.of(learned, transcript(session)), channel, begun);
        }
        Computation.Rows rows = (Computation.Rows) computation;
        Sizes sizes = Sizes.exchanged(channel, set.size(), means.bucket(), order);
        Optional<Outcome> otherwise = buckets.begunOtherwise(sizes);
        if (otherwise.isPresent()) {
            return otherwise.get();
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
            return settle(buckets.run(rows, channel, sizes, stage), channel, begun);
        } catch (BucketExchange.TooOften tooOften) {
            return buckets.givenUp();
        } catch (SealedResults.CutOtherwise cut) {
            return buckets.begunOtherwise(sizes).orElseThrow(() -> cut);
        }
    }

    /** Both refuse what is told of too few: the other's answer then says no more than that. */
    private Outcome total(Computation.Total total, Meeting.Line line, MeteredChannel channel, Instant begun) {
        Session session = new Session(channel, task.role().order());
        if (task.role() == Role.RESPONDER) {
            return session.run(total.sum().responder(items(total, line)))
                    .map(overlap -> settle(RunEnd.of(overlap, transcript(session)), channel, begun))
                    .orElseGet(this::tooFew);
        }
        Values values = set.values().orElseThrow();
        ValuedSet valued = ValuedSet.of(set.identifiers(), values.toArray(), terms(total, line));
        return session.run(total.sum().learner(valued))
                .map(found ->
                        settle(RunEnd.of(found.overlap(), transcript(session)), ResultRows.of(found), channel, begun))
                .orElseGet(this::tooFew);
    }

    private Outcome tooFew() {
        return refuse(Notice.of(NoticeCode.GROUP_TOO_SMALL, task.order().leastGroup()));
    }

    private ItemSet items(Computation computation, Meeting.Line line) {
        return ItemSet.of(set.items(), terms(computation, line));
    }

    private Terms terms(Computation computation, Meeting.Line line) {
        PrivacyOrder order = task.order();
        return new Terms(computation.method(), computation.output(), line.salt(), (int) order.leastSet(), (int)
                order.greatestSet());
    }

    private RunEnd whole(Computation.Rows rows, ItemSet items, Session session) {
        Learned learned = task.role() == Role.LEARNER
                ? session.run(rows.technique().learner(items))
                : session.run(rows.technique().responder(items));
        return RunEnd.of(learned, transcript(session));
    }

    @Override
    public int headway() {
        return buckets.done();
    }

    /** Nothing more is run here; what buckets have come to stays for the next begin. */
    void leave() {
        buckets.leave();
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
        return settle(end, end.positions() == null ? null : ResultRows.of(set, end.positions()), line, begun);
    }

    /** @param rows to be sealed; null where this party learns none */
    private Outcome settle(RunEnd end, byte @Nullable [] rows, Channel line, Instant begun) {
        Transcript transcript = end.transcript();
        Integer common = end.common();
        if (rows != null) {
            means.results().seal(task.job(), task.step(), transcript.hash(), rows);
        }
        boolean bothKnow = task.order().output() != PrivacyOutput.BANK_LEARNS;
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
        if (!task.allows(agreement, task.appointment(), set)) {
            return differs();
        }
        if (order.output() == PrivacyOutput.NUMBER_ONLY) {
            return agreement.matched() == null ? differs() : done(agreement, agreement.matched(), asked);
        }
        if (order.output() == PrivacyOutput.BANK_LEARNS && task.role() == Role.RESPONDER) {
            return done(agreement, null, asked);
        }
        boolean sum = order.output() == PrivacyOutput.SUM;
        if (sum && agreement.matched() == null) {
            return differs();
        }
        if (sum && task.role() == Role.RESPONDER) {
            return done(agreement, agreement.matched(), asked);
        }
        Optional<byte[]> rows = means.results().open(task.job(), task.step(), agreement.transcriptHash());
        if (rows.isEmpty()) {
            return differs();
        }
        Integer common = sum ? ResultRows.commonOfSum(rows.get()) : ResultRows.count(rows.get());
        return sum && !common.equals(agreement.matched()) ? differs() : done(agreement, common, asked);
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
        Duration took = Duration.between(begun, means.now()).plus(task.tookInRanges(means.outcomes()));
        return task.agreement(task.step(), own, peers, matched, transcript, took);
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
                means.techniques().of(order, (step, rows, total) -> {}).method(),
                order.output().name().toLowerCase(Locale.ROOT),
                (int) order.leastSet(),
                (int) order.greatestSet());
        String receipt =
                means.receipts().of(terms, agreement, learned, task.role(), task.runs(means.outcomes()), begun);
        means.results().ran(task.job(), task.step());
        means.outcomes().keep(Kept.done(task.appointment(), agreement, receipt, learned));
        means.results().forgetBuckets(task.job(), task.step());
    }

    @Override
    public Outcome refuse(Notice notice) {
        means.outcomes().keep(Kept.refused(task.appointment(), notice));
        means.results().forgetBuckets(task.job(), task.step());
        return new Outcome.Refused(notice);
    }

    private Outcome kept() {
        return outcome(task, means.outcomes().of(task.step()).orElseThrow(), task.runs(means.outcomes()));
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
