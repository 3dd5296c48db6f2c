package org.sluice.worker.jobs;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.worker.jobs.Greeting.Answer;
import org.sluice.worker.jobs.Greeting.Call;
import org.sluice.worker.jobs.Greeting.State;
import org.sluice.worker.jobs.Greeting.Wish;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Trust;
import org.sluice.worker.transport.Dialer;

/**
 * Where two workers find each other by job id. Answers callers at any time, also about jobs that ended here long ago:
 * a peer that was killed after the end gets the end told, and nothing is computed twice.
 */
public final class Rendezvous implements BiConsumer<PartyId, Channel> {

    private static final Logger LOG = LoggerFactory.getLogger(Rendezvous.class);

    /** Between two tries to reach a peer; short against everything that a job costs. */
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(2);

    private final PartyId own;
    private final Trust trust;
    private final Outcomes outcomes;
    private final Dialer dialer;
    private final Clock clock;
    private final Room room;
    private final SecureRandom random;
    private final Map<UUID, Expectation> expected = new ConcurrentHashMap<>();

    public Rendezvous(
            PartyId own, Trust trust, Outcomes outcomes, Dialer dialer, Room room, Clock clock, SecureRandom random) {
        this.own = own;
        this.trust = trust;
        this.outcomes = outcomes;
        this.dialer = dialer;
        this.room = room;
        this.clock = clock;
        this.random = random;
    }

    /** @throws Problem if the job is another party's */
    public void checkIsFor(PartyId party) {
        if (!party.equals(own)) {
            throw new Problem(NoticeCode.WRONG_PARTY, party, own);
        }
    }

    /** @throws Problem if no certificate of this party is trusted here */
    public void checkKnows(PartyId peer) {
        if (trust.of(peer).isEmpty()) {
            throw new Problem(NoticeCode.PEER_UNKNOWN, peer);
        }
    }

    /**
     * Waits for the peer of a job, or calls it, from now until the expectation is closed.
     *
     * @throws Problem if another task with the same job is in hand
     */
    Expectation expect(Appointment appointment, Need need) {
        Expectation expectation = new Expectation(appointment, need, this);
        if (expected.putIfAbsent(appointment.id(), expectation) != null) {
            expectation.close();
            throw new Problem(NoticeCode.JOB_IN_HAND, appointment.id());
        }
        return expectation;
    }

    void forget(Expectation expectation) {
        expected.remove(expectation.appointment().id(), expectation);
    }

    /** What all jobs of this worker share. */
    public Room room() {
        return room;
    }

    Dialer dialer() {
        return dialer;
    }

    public Clock clock() {
        return clock;
    }

    static Duration betweenCalls() {
        return BETWEEN_CALLS;
    }

    String nonce() {
        byte[] nonce = new byte[Greeting.NONCE];
        random.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }

    /** A caller that has proven who it is. */
    @Override
    public void accept(PartyId caller, Channel line) {
        boolean handedOver = false;
        try {
            Call call = Greeting.receive(line, Call.class);
            if (call.version() != Greeting.VERSION) {
                LOG.warn("{} greets in version {}, and this worker in {}", caller, call.version(), Greeting.VERSION);
                waiting(caller, call).ifPresent(each -> each.speaksOther(call.version()));
                return;
            }
            if (!caller.name().equals(call.from()) || !own.name().equals(call.to())) {
                throw new Misbehaviour("The call is for others");
            }
            handedOver = answer(caller, call, line);
        } catch (Misbehaviour | ChannelClosed failed) {
            LOG.warn("A call from {} came to nothing: {}", caller, failed.getMessage());
        } finally {
            if (!handedOver) {
                line.close();
            }
        }
    }

    private Optional<Expectation> waiting(PartyId caller, Call call) {
        return Optional.ofNullable(call.job())
                .map(expected::get)
                .filter(each -> each.appointment().peer().equals(caller));
    }

    private boolean answer(PartyId caller, Call call, Channel line) {
        Optional<Answer> kept = outcomes.of(call.job())
                .filter(end -> end.peer().equals(caller.name()))
                .map(end -> end.agreement() == null
                        ? Answer.of(State.REFUSED)
                        : new Answer(State.DONE, null, null, end.agreement()));
        if (kept.isPresent()) {
            Greeting.send(line, kept.get());
            return false;
        }
        Optional<Expectation> waiting = waiting(caller, call);
        if (call.wish() == Wish.RUN
                && waiting.filter(each -> each.arrive(call, line)).isPresent()) {
            return true;
        }
        waiting.ifPresent(Expectation::nudge);
        Greeting.send(line, Answer.of(State.ABSENT));
        return false;
    }
}
