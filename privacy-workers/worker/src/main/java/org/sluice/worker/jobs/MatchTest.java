package org.sluice.worker.jobs;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.process.Var;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Release;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.ecdh.Cardinality;
import org.sluice.protocol.session.Session;
import org.sluice.protocol.session.Turn;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.jobs.Outcomes.Kept;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

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

    private final Admission admission;
    private final Encounters encounters;
    private final Outcomes outcomes;
    private final Rendezvous rendezvous;
    private final Groups groups;
    private final Receipts receipts;
    private final SecureRandom random;

    public MatchTest(
            Admission admission, Encounters encounters, Groups groups, Receipts receipts, SecureRandom random) {
        this.admission = admission;
        this.encounters = encounters;
        this.outcomes = encounters.outcomes();
        this.rendezvous = encounters.rendezvous();
        this.groups = groups;
        this.receipts = receipts;
        this.random = random;
    }

    @Override
    public String topic() {
        return MatchTestTopic.NAME;
    }

    @Override
    public String refused() {
        return MatchTestTopic.REFUSED;
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
            rendezvous.checkIsFor(input.own());
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
            set = admission.admit(input.peer(), input.data(), input.least(), input.greatest());
            rendezvous.room().check(need(input, set));
        } catch (Problem refusal) {
            return Admission.later(refusal).orElseGet(() -> refuse(input, refusal.notice()));
        }
        return meet(input, set, progress);
    }

    private Need need(MatchTestInput input, DataSet set) {
        return Need.of(method(input), set.size());
    }

    private Method method(MatchTestInput input) {
        return new Cardinality(groups.of(input.group(), (step, rows, total) -> {}), random).method();
    }

    private Outcome meet(MatchTestInput input, DataSet set, Progress progress) {
        return encounters.meet(
                input.appointment(),
                need(input, set),
                new Encounters.Side() {
                    @Override
                    public Outcome run(Meeting.Line line) {
                        return MatchTest.this.run(input, set, line, progress);
                    }

                    @Override
                    public Outcome ended(Agreement agreement, Instant asked) {
                        return fits(agreement)
                                ? done(input, agreement, asked)
                                : new Outcome.Failed(Notice.of(NoticeCode.KEPT_RESULT_DIFFERS, input.peer()), Cost.ONE);
                    }

                    private boolean fits(Agreement agreement) {
                        return agreement.matched() != null
                                && agreement.fits(input.appointment(), input.least(), input.greatest(), set.size());
                    }

                    @Override
                    public Outcome refuse(Notice notice) {
                        return MatchTest.this.refuse(input, notice);
                    }
                },
                progress);
    }

    private Outcome run(MatchTestInput input, DataSet set, Meeting.Line line, Progress progress) {
        Instant begun = rendezvous.clock().instant();
        MeteredChannel channel = new MeteredChannel(line.channel());
        var group = groups.of(input.group(), (step, rows, total) -> {
            line.check();
            progress.computes(step, rows, total, Transcript.bytes(channel));
        });
        Cardinality protocol = new Cardinality(group, random);
        Handles handles = new Handles(line.learnerData(), line.responderData());
        Terms terms = new Terms(protocol.method(), Output.CARDINALITY, line.salt(), input.least(), input.greatest());
        ItemSet items = ItemSet.of(set.items(), terms);
        Session session = new Session(channel, input.role().order());
        return input.role() == Role.LEARNER
                ? learn(input, handles, protocol.learner(items), session, begun)
                : respond(input, handles, protocol.responder(items), session, begun);
    }

    /** Which version of which data set each side has brought. */
    private record Handles(String learners, String responders) {}

    private Outcome learn(
            MatchTestInput input, Handles handles, Turn<Overlap> learner, Session session, Instant begun) {
        Overlap overlap = session.run(learner);
        Agreement agreement = agreement(
                input, handles, overlap.own(), overlap.peers(), overlap.common(), transcript(input, session), begun);
        Outcome done = done(input, agreement, begun);
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

    private Outcome respond(
            MatchTestInput input, Handles handles, Turn<Answered> responder, Session session, Instant begun) {
        Answered answered = session.run(responder);
        Transcript transcript = transcript(input, session);
        Overlap overlap = session.run(Release.hear(answered));
        return done(
                input,
                agreement(input, handles, overlap.peers(), overlap.own(), overlap.common(), transcript, begun),
                begun);
    }

    /** Of the protocol itself, before the number was told. */
    private static Transcript transcript(MatchTestInput input, Session session) {
        return Transcript.of("sluice/match-test/transcript/v1", session.channel(), input.role());
    }

    private Agreement agreement(
            MatchTestInput input,
            Handles handles,
            int learnerSize,
            int responderSize,
            int common,
            Transcript transcript,
            Instant begun) {
        UUID job = input.job();
        double seconds = Duration.between(begun, rendezvous.clock().instant()).toMillis() / 1000.0;
        return new Agreement(
                job,
                input.appointment().learner().name(),
                input.appointment().responder().name(),
                handles.learners(),
                handles.responders(),
                learnerSize,
                responderSize,
                common,
                transcript.bytes(),
                seconds,
                transcript.hash());
    }

    /** Signed and kept in one: a result without this party's word for it is never told to anybody. */
    private Outcome done(MatchTestInput input, Agreement agreement, Instant begun) {
        Receipts.Terms terms = new Receipts.Terms(
                input.job(),
                MatchTestTopic.NAME,
                null,
                method(input),
                Output.CARDINALITY.name(),
                input.least(),
                input.greatest());
        String receipt =
                receipts.of(terms, agreement, agreement.matched(), input.role(), outcomes.runs(input.job()), begun);
        return keep(input, Kept.done(input.appointment(), agreement, receipt, agreement.matched()));
    }

    private Outcome refuse(MatchTestInput input, Notice notice) {
        return keep(input, Kept.refused(input.appointment(), notice));
    }

    private Outcome keep(MatchTestInput input, Kept end) {
        outcomes.keep(end);
        return outcome(input, end);
    }

    private Outcome outcome(MatchTestInput input, Kept kept) {
        if (kept.agreement() != null) {
            Map<String, Object> results = results(kept.agreement(), input);
            if (kept.receipt() != null) {
                results.put(MatchTestTopic.RECEIPT.name(), kept.receipt());
            }
            return new Outcome.Done(results);
        }
        if (kept.refusal() != null) {
            return new Outcome.Refused(kept.refusal());
        }
        throw new IllegalStateException("The outcome kept for " + input.job() + " holds neither result nor refusal");
    }

    private Map<String, Object> results(Agreement agreement, MatchTestInput input) {
        long own = agreement.own(input.role());
        long matched = Objects.requireNonNull(agreement.matched(), "Both know the number of a match test");
        Map<String, Object> results = new HashMap<>();
        results.put(MatchTestTopic.OWN_SIZE.name(), own);
        results.put(MatchTestTopic.PEER_SIZE.name(), (long) agreement.peers(input.role()));
        results.put(MatchTestTopic.MATCHED.name(), matched);
        results.put(MatchTestTopic.MATCH_RATE.name(), own == 0 ? 0.0 : (double) matched / own);
        results.put(MatchTestTopic.BYTES.name(), agreement.bytes());
        results.put(MatchTestTopic.SECONDS.name(), agreement.seconds());
        results.put(MatchTestTopic.RUNS.name(), (long) outcomes.runs(input.job()));
        results.put(MatchTestTopic.TRANSCRIPT_HASH.name(), agreement.transcriptHash());
        return results;
    }
}
