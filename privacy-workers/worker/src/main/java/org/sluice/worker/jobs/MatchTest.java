package org.sluice.worker.jobs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.process.Var;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Release;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.ecdh.Cardinality;
import org.sluice.protocol.session.Session;
import org.sluice.protocol.session.Turn;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.data.DataSets;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.jobs.Outcomes.Kept;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.Settings;

/**
 * How many identifiers two parties have in common: each learns that number and the other's number of identifiers, and
 * nothing of either set leaves its side.
 *
 * <p>A run that breaks off begins again with fresh secrets. The learner keeps the end <em>before</em> it tells the
 * responder; so whoever is killed at whatever moment, either nobody has the number, or the learner has it and hands it
 * out to the responder whenever that asks. It is never computed again for the same job.
 */
public final class MatchTest implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(MatchTest.class);

    /** For people of both parties, whatever the machine's own clock is set to. */
    private static final DateTimeFormatter AS_READ =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final Settings settings;
    private final DataSets data;
    private final Outcomes outcomes;
    private final Rendezvous rendezvous;
    private final Groups groups;
    private final SecureRandom random;

    public MatchTest(
            Settings settings,
            DataSets data,
            Outcomes outcomes,
            Rendezvous rendezvous,
            Groups groups,
            SecureRandom random) {
        this.settings = settings;
        this.data = data;
        this.outcomes = outcomes;
        this.rendezvous = rendezvous;
        this.groups = groups;
        this.random = random;
    }

    @Override
    public String topic() {
        return MatchTestTopic.NAME;
    }

    @Override
    public List<String> inputs() {
        return MatchTestTopic.INPUT.stream().map(Var::name).toList();
    }

    @Override
    public Outcome run(Map<String, Object> variables, Progress progress) {
        MatchTestInput input;
        try {
            input = MatchTestInput.read(variables);
            rendezvous.checkIsFor(input);
        } catch (Problem wrong) {
            // Not kept: the job may be another party's, or have no id.
            return new Outcome.Refused(wrong.notice());
        }
        Kept kept = outcomes.of(input.job()).orElse(null);
        if (kept == null) {
            return begin(input, progress);
        }
        return kept.peer().equals(input.peer().name())
                ? outcome(input, kept)
                : new Outcome.Refused(Notice.of(NoticeCode.JOB_OF_OTHERS, input.job(), kept.peer()));
    }

    private Outcome begin(MatchTestInput input, Progress progress) {
        DataSet set;
        try {
            set = admitted(input);
        } catch (Problem refusal) {
            return refuse(input, refusal.notice());
        }
        return meet(input, set, progress);
    }

    private DataSet admitted(MatchTestInput input) {
        rendezvous.checkKnows(input.peer());
        if (input.least() < settings.leastSet()) {
            throw new Problem(
                    NoticeCode.TERMS_TOO_WIDE, MatchTestTopic.LEAST_SET.name(), input.least(), settings.leastSet());
        }
        if (input.greatest() > settings.greatestSet()) {
            throw new Problem(
                    NoticeCode.TERMS_TOO_WIDE,
                    MatchTestTopic.GREATEST_SET.name(),
                    input.greatest(),
                    settings.greatestSet());
        }
        DataSet set = data.of(input.data());
        if (set.size() < input.least()) {
            throw new Problem(NoticeCode.SET_TOO_SMALL, set.size(), input.least());
        }
        if (set.size() > input.greatest()) {
            throw new Problem(NoticeCode.SET_TOO_LARGE, set.size(), input.greatest());
        }
        return set;
    }

    private Outcome meet(MatchTestInput input, DataSet set, Progress progress) {
        try (Expectation expectation = rendezvous.expect(input)) {
            while (true) {
                Meeting meeting = expectation.meet(windowEnd(input), progress);
                if (meeting instanceof Meeting.Line line) {
                    int runs = outcomes.countRun(input.job());
                    if (runs > settings.runs()) {
                        line.channel().close();
                        return new Outcome.Failed(Notice.of(NoticeCode.BROKE_OFF_TOO_OFTEN, runs - 1), Cost.ALL);
                    }
                    try {
                        return run(input, set, line, progress);
                    } catch (ChannelClosed broken) {
                        stopIfInterrupted();
                        LOG.info("Job {}: {}", input.job(), broken.getMessage());
                        progress.waits(Notice.of(NoticeCode.RUN_BROKE_OFF, input.peer()));
                    } finally {
                        line.channel().close();
                    }
                } else if (meeting instanceof Meeting.Ended ended) {
                    return ended.agreement().fits(input, set.size())
                            ? keep(input, Kept.done(ended.agreement(), input.peer()))
                            : new Outcome.Failed(Notice.of(NoticeCode.KEPT_RESULT_DIFFERS, input.peer()), Cost.ONE);
                } else if (meeting instanceof Meeting.Nobody nobody) {
                    return alone(input, nobody.notice());
                } else {
                    return refuse(input, Notice.of(NoticeCode.PEER_REFUSED, input.peer()));
                }
            }
        } catch (Problem inHand) {
            return new Outcome.Failed(inHand.notice(), Cost.NOTHING);
        } catch (Misbehaviour wrong) {
            return new Outcome.Failed(
                    Notice.of(NoticeCode.PEER_MISBEHAVED, input.peer(), String.valueOf(wrong.getMessage())), Cost.ONE);
        }
    }

    private Instant windowEnd(MatchTestInput input) {
        Instant end = rendezvous.clock().instant().plus(settings.window());
        return end.isBefore(input.deadline()) ? end : input.deadline();
    }

    private Outcome alone(MatchTestInput input, Notice notice) {
        if (!rendezvous.clock().instant().isBefore(input.deadline())) {
            Notice passed = Notice.of(
                    NoticeCode.DEADLINE_PASSED,
                    input.peer(),
                    AS_READ.format(input.deadline()),
                    notice.chinese(),
                    notice.english());
            return new Outcome.Failed(passed, Cost.ALL);
        }
        return new Outcome.Failed(notice, notice.code() == NoticeCode.PEER_NOT_PROVEN ? Cost.ONE : Cost.NOTHING);
    }

    private Outcome run(MatchTestInput input, DataSet set, Meeting.Line line, Progress progress) {
        Instant begun = rendezvous.clock().instant();
        MeteredChannel channel = new MeteredChannel(line.channel());
        var group = groups.of(input.group(), (step, rows, total) -> {
            line.check();
            progress.computes(step, rows, total, bytes(channel));
        });
        Cardinality protocol = new Cardinality(group, random);
        Terms terms = new Terms(protocol.method(), Output.CARDINALITY, line.salt(), input.least(), input.greatest());
        ItemSet items = ItemSet.of(set.items(), terms);
        Session session = new Session(channel, input.role().order());
        return input.role() == Role.LEARNER
                ? learn(input, protocol.learner(items), session, begun)
                : respond(input, protocol.responder(items), session, begun);
    }

    private Outcome learn(MatchTestInput input, Turn<Overlap> learner, Session session, Instant begun) {
        Overlap overlap = session.run(learner);
        Agreement agreement =
                agreement(input, overlap.own(), overlap.peers(), overlap.common(), transcript(input, session), begun);
        Outcome done = keep(input, Kept.done(agreement, input.peer()));
        try {
            session.run(Release.tell(overlap));
        } catch (ChannelClosed | Misbehaviour unheard) {
            LOG.info(
                    "Job {}: the peer has not confirmed, and may ask for the end: {}",
                    input.job(),
                    unheard.getMessage());
        }
        return done;
    }

    private Outcome respond(MatchTestInput input, Turn<Answered> responder, Session session, Instant begun) {
        Answered answered = session.run(responder);
        Measured measured = transcript(input, session);
        Overlap overlap = session.run(Release.hear(answered));
        return keep(
                input,
                Kept.done(
                        agreement(input, overlap.peers(), overlap.own(), overlap.common(), measured, begun),
                        input.peer()));
    }

    private record Measured(String transcriptHash, long bytes) {}

    /** Over both directions of the protocol itself, before the number was told; equal at both. */
    private static Measured transcript(MatchTestInput input, Session session) {
        MeteredChannel channel = session.channel();
        String sent = channel.sent().sha256();
        String received = channel.received().sha256();
        boolean learns = input.role() == Role.LEARNER;
        String both = "sluice/match-test/transcript/v1 " + (learns ? sent + received : received + sent);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.US_ASCII));
            return new Measured(HexFormat.of().formatHex(hash), bytes(channel));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static long bytes(MeteredChannel channel) {
        return channel.sent().bytes() + channel.received().bytes();
    }

    private Agreement agreement(
            MatchTestInput input, int learnerSize, int responderSize, int common, Measured measured, Instant begun) {
        UUID job = input.job();
        double seconds = Duration.between(begun, rendezvous.clock().instant()).toMillis() / 1000.0;
        return new Agreement(
                job,
                input.learner().name(),
                input.responder().name(),
                learnerSize,
                responderSize,
                common,
                measured.bytes(),
                seconds,
                measured.transcriptHash());
    }

    private Outcome refuse(MatchTestInput input, Notice notice) {
        return keep(input, Kept.refused(input.job(), input.peer(), notice));
    }

    private Outcome keep(MatchTestInput input, Kept end) {
        outcomes.keep(end);
        return outcome(input, end);
    }

    private Outcome outcome(MatchTestInput input, Kept kept) {
        if (kept.agreement() != null) {
            return new Outcome.Done(kept.agreement().results(input.role(), outcomes.runs(input.job())));
        }
        if (kept.refusal() != null) {
            return new Outcome.Refused(kept.refusal());
        }
        throw new IllegalStateException("The outcome kept for " + input.job() + " holds neither result nor refusal");
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted during a run");
        }
    }
}
