package org.sluice.worker.jobs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.psi.Terms;
import org.sluice.worker.jobs.Greeting.Answer;
import org.sluice.worker.jobs.Greeting.Call;
import org.sluice.worker.jobs.Greeting.Half;
import org.sluice.worker.jobs.Greeting.State;
import org.sluice.worker.jobs.Greeting.Wish;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.party.Address;
import org.sluice.worker.transport.PeerAway;
import org.sluice.worker.transport.PeerNotProven;

/**
 * One job's wait for its peer. The learner calls; the responder is called, and meanwhile asks now and then whether the
 * learner has the end already, because a learner that has it calls no more.
 */
final class Expectation implements AutoCloseable {

    private final Appointment appointment;
    private final Rendezvous rendezvous;
    private final Room.Claim claim;
    private final BlockingQueue<Optional<Arrival>> arrivals = new LinkedBlockingQueue<>();
    private Meeting.@Nullable Line current;
    private boolean closed;
    private volatile int otherVersion;

    private record Arrival(Call call, Channel channel) {}

    Expectation(Appointment appointment, Need need, Rendezvous rendezvous) {
        this.appointment = appointment;
        this.rendezvous = rendezvous;
        this.claim = rendezvous.room().claim(need, appointment.deadline(), appointment.id(), this::nudge);
    }

    Appointment appointment() {
        return appointment;
    }

    /** Takes a caller's line over, unless this side calls itself or waits no more. */
    synchronized boolean arrive(Call call, Channel channel) {
        if (closed || appointment.role() != Role.RESPONDER) {
            return false;
        }
        if (current != null) {
            current.supersede();
        }
        return arrivals.add(Optional.of(new Arrival(call, channel)));
    }

    /** The peer asks about the job, or there is room: no need to wait for the next call's turn. */
    void nudge() {
        arrivals.add(Optional.empty());
    }

    /** The peer calls in another version of the greeting. */
    void speaksOther(int version) {
        otherVersion = version;
        nudge();
    }

    /** Waits until the peer is there or has the end, but no longer than until this time. Room is held only for a line. */
    Meeting meet(Instant until, Progress progress) {
        Notice last = Notice.of(NoticeCode.PEER_NOT_READY, appointment.peer());
        boolean first = true;
        while (true) {
            // The responder listens before it asks: usually the learner comes by itself.
            Duration wait = first && appointment.role() == Role.LEARNER ? Duration.ZERO : Rendezvous.betweenCalls();
            Meeting met = orInLine(await(wait).orElseGet(this::call));
            if (met instanceof Meeting.Nobody nobody) {
                if (first || nobody.notice().code() != last.code()) {
                    progress.waits(nobody.notice());
                }
                last = nobody.notice();
                first = false;
                if (!rendezvous.clock().instant().isBefore(until) || isHopeless(last)) {
                    return nobody;
                }
            } else {
                return met;
            }
        }
    }

    /** A peer that has not begun may have been turned away here, for want of room: that is the reason then. */
    private Meeting orInLine(Meeting met) {
        return met instanceof Meeting.Nobody nobody
                        && nobody.notice().code() == NoticeCode.PEER_NOT_READY
                        && claim.isInLine()
                ? new Meeting.Nobody(claim.notice())
                : met;
    }

    /**
     * A stranger at the address of the one who must be called will not go away; where the peer calls, it still may come.
     * Nor does another version change by waiting.
     */
    private boolean isHopeless(Notice notice) {
        return notice.code() == NoticeCode.PEER_OUTDATED
                || (appointment.role() == Role.LEARNER && notice.code() == NoticeCode.PEER_NOT_PROVEN);
    }

    private Optional<Meeting> await(Duration wait) {
        try {
            Optional<Arrival> arrival = arrivals.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            return arrival == null ? Optional.empty() : arrival.flatMap(this::begin);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for the peer");
        }
    }

    private Optional<Meeting> begin(Arrival arrival) {
        Half own = own();
        try {
            Half callers = arrival.call().half();
            if (!claim.take()) {
                Greeting.send(arrival.channel(), Answer.of(State.ABSENT));
                arrival.channel().close();
                return Optional.of(new Meeting.Nobody(claim.notice()));
            }
            Greeting.send(arrival.channel(), new Answer(State.BEGINS, own.nonce(), own.data(), null));
            return Optional.of(line(arrival.channel(), callers, own));
        } catch (ChannelClosed | Misbehaviour gone) {
            claim.giveBack();
            arrival.channel().close();
            return Optional.empty();
        }
    }

    private Half own() {
        return new Half(rendezvous.nonce(), appointment.data().toString());
    }

    private Meeting call() {
        if (otherVersion != 0) {
            return new Meeting.Nobody(
                    Notice.of(NoticeCode.PEER_OUTDATED, appointment.peer(), otherVersion, Greeting.VERSION));
        }
        if (appointment.role() == Role.LEARNER && !claim.isRoom()) {
            return new Meeting.Nobody(claim.notice());
        }
        Meeting.@Nullable Nobody nobody = null;
        for (Address each : appointment.peerAddresses()) {
            Meeting met = call(each);
            if (!(met instanceof Meeting.Nobody here)) {
                return met;
            }
            nobody = nobody == null || !isNotReady(nobody) ? here : nobody;
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Interrupted while calling the peer");
            }
        }
        return Objects.requireNonNull(nobody);
    }

    /** Where one of the peer's workers is there and has not begun, it is not the others' absence that is waited for. */
    private static boolean isNotReady(Meeting.Nobody nobody) {
        return nobody.notice().code() == NoticeCode.PEER_NOT_READY;
    }

    private Meeting call(Address address) {
        try {
            return call(rendezvous.dialer().dial(appointment.peer(), address));
        } catch (PeerAway away) {
            return new Meeting.Nobody(Notice.of(NoticeCode.PEER_AWAY, appointment.peer(), address));
        } catch (PeerNotProven stranger) {
            return new Meeting.Nobody(Notice.of(NoticeCode.PEER_NOT_PROVEN, appointment.peer(), address));
        } catch (ChannelClosed gone) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Interrupted while calling the peer");
            }
            return new Meeting.Nobody(Notice.of(NoticeCode.PEER_NOT_READY, appointment.peer()));
        }
    }

    private Meeting call(Channel channel) {
        boolean kept = false;
        try {
            Half own = own();
            Wish wish = appointment.role() == Role.LEARNER ? Wish.RUN : Wish.END;
            if (wish == Wish.RUN && !claim.take()) {
                return new Meeting.Nobody(claim.notice());
            }
            Greeting.send(
                    channel,
                    new Call(
                            Greeting.VERSION,
                            appointment.id(),
                            appointment.own().name(),
                            appointment.peer().name(),
                            wish,
                            own.nonce(),
                            own.data()));
            Meeting met = read(channel, own, Greeting.receive(channel, Answer.class));
            kept = met instanceof Meeting.Line;
            return met;
        } finally {
            if (!kept) {
                claim.giveBack();
                channel.close();
            }
        }
    }

    private Meeting read(Channel channel, Half own, Answer answer) {
        if (answer.state() == State.DONE && answer.agreement() != null) {
            return new Meeting.Ended(answer.agreement());
        }
        if (answer.state() == State.REFUSED) {
            return new Meeting.Refused();
        }
        if (answer.state() == State.BEGINS && appointment.role() == Role.LEARNER) {
            return line(channel, own, answer.half());
        }
        if (answer.state() != State.ABSENT) {
            throw new Misbehaviour("The peer's answer does not fit the call");
        }
        return new Meeting.Nobody(Notice.of(NoticeCode.PEER_NOT_READY, appointment.peer()));
    }

    private synchronized Meeting.Line line(Channel channel, Half learners, Half responders) {
        current = new Meeting.Line(
                channel,
                salt(learners, responders),
                learners.data(),
                responders.data(),
                new AtomicBoolean(),
                claim::widen);
        return current;
    }

    /**
     * Both halves go in, so that neither side alone can make two runs alike; and what each says that it brings, so that
     * the run itself fails where one has heard something else than the other said.
     */
    private byte[] salt(Half learners, Half responders) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                appointment.domain(),
                appointment.bound(),
                appointment.id().toString(),
                appointment.learner().name(),
                appointment.responder().name(),
                learners.nonce(),
                learners.data(),
                responders.nonce(),
                responders.data()
            }) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return Arrays.copyOf(digest.digest(), Terms.SALT_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** The run over the last line is over, whatever came of it. */
    void giveBack() {
        claim.giveBack();
    }

    /** Whoever called and was not begun with gets its line closed, and calls again. */
    @Override
    public synchronized void close() {
        closed = true;
        claim.close();
        rendezvous.forget(this);
        arrivals.forEach(arrival -> arrival.ifPresent(each -> each.channel().close()));
        arrivals.clear();
    }
}
