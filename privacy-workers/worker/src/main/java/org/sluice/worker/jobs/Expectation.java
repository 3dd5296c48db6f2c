package org.sluice.worker.jobs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
import org.sluice.worker.jobs.Greeting.State;
import org.sluice.worker.jobs.Greeting.Wish;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.transport.PeerAway;
import org.sluice.worker.transport.PeerNotProven;

/**
 * One job's wait for its peer. The learner calls; the responder is called, and meanwhile asks now and then whether the
 * learner has the end already, because a learner that has it calls no more.
 */
final class Expectation implements AutoCloseable {

    private final MatchTestInput input;
    private final Rendezvous rendezvous;
    private final BlockingQueue<Optional<Arrival>> arrivals = new LinkedBlockingQueue<>();
    private Meeting.@Nullable Line current;
    private boolean closed;

    private record Arrival(Call call, Channel channel) {}

    Expectation(MatchTestInput input, Rendezvous rendezvous) {
        this.input = input;
        this.rendezvous = rendezvous;
    }

    MatchTestInput input() {
        return input;
    }

    /** Takes a caller's line over, unless this side calls itself or waits no more. */
    synchronized boolean arrive(Call call, Channel channel) {
        if (closed || input.role() != Role.RESPONDER) {
            return false;
        }
        if (current != null) {
            current.supersede();
        }
        return arrivals.add(Optional.of(new Arrival(call, channel)));
    }

    /** The peer asks about the job, so that it must be there: no need to wait for the next call's turn. */
    void nudge() {
        arrivals.add(Optional.empty());
    }

    /** Waits until the peer is there or has the end, but no longer than until this time. */
    Meeting meet(Instant until, Progress progress) {
        Notice last = Notice.of(NoticeCode.PEER_NOT_READY, input.peer());
        boolean first = true;
        while (true) {
            // The responder listens before it asks: usually the learner comes by itself.
            Duration wait = first && input.role() == Role.LEARNER ? Duration.ZERO : Rendezvous.betweenCalls();
            Optional<Meeting> met = await(wait).or(() -> Optional.of(call()));
            if (met.get() instanceof Meeting.Nobody nobody) {
                if (first || nobody.notice().code() != last.code()) {
                    progress.waits(nobody.notice());
                }
                last = nobody.notice();
                first = false;
                if (!rendezvous.clock().instant().isBefore(until) || isHopeless(last)) {
                    return nobody;
                }
            } else {
                return met.get();
            }
        }
    }

    /** A stranger at the address of the one who must be called will not go away; where the peer calls, it still may come. */
    private boolean isHopeless(Notice notice) {
        return input.role() == Role.LEARNER && notice.code() == NoticeCode.PEER_NOT_PROVEN;
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
        String nonce = rendezvous.nonce();
        try {
            Greeting.send(arrival.channel(), new Answer(State.BEGINS, nonce, null));
            return Optional.of(line(arrival.channel(), arrival.call().nonce(), nonce));
        } catch (ChannelClosed | Misbehaviour gone) {
            arrival.channel().close();
            return Optional.empty();
        }
    }

    private Meeting call() {
        try {
            return call(rendezvous.dialer().dial(input.peer(), input.peerAddress()));
        } catch (PeerAway away) {
            return new Meeting.Nobody(Notice.of(NoticeCode.PEER_AWAY, input.peer(), input.peerAddress()));
        } catch (PeerNotProven stranger) {
            return new Meeting.Nobody(Notice.of(NoticeCode.PEER_NOT_PROVEN, input.peer(), input.peerAddress()));
        } catch (ChannelClosed gone) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Interrupted while calling the peer");
            }
            return new Meeting.Nobody(Notice.of(NoticeCode.PEER_NOT_READY, input.peer()));
        }
    }

    private Meeting call(Channel channel) {
        boolean kept = false;
        try {
            String nonce = rendezvous.nonce();
            Wish wish = input.role() == Role.LEARNER ? Wish.RUN : Wish.END;
            Greeting.send(
                    channel,
                    new Call(
                            Greeting.VERSION,
                            input.job(),
                            input.own().name(),
                            input.peer().name(),
                            wish,
                            nonce));
            Meeting met = read(channel, nonce, Greeting.receive(channel, Answer.class));
            kept = met instanceof Meeting.Line;
            return met;
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    private Meeting read(Channel channel, String ownNonce, Answer answer) {
        if (answer.state() == State.DONE && answer.agreement() != null) {
            return new Meeting.Ended(answer.agreement());
        }
        if (answer.state() == State.REFUSED) {
            return new Meeting.Refused();
        }
        if (answer.state() == State.BEGINS && answer.nonce() != null && input.role() == Role.LEARNER) {
            return line(channel, ownNonce, answer.nonce());
        }
        if (answer.state() != State.ABSENT) {
            throw new Misbehaviour("The peer's answer does not fit the call");
        }
        return new Meeting.Nobody(Notice.of(NoticeCode.PEER_NOT_READY, input.peer()));
    }

    private synchronized Meeting.Line line(Channel channel, String learnersNonce, String respondersNonce) {
        current = new Meeting.Line(channel, salt(learnersNonce, respondersNonce), new AtomicBoolean());
        return current;
    }

    /** Both halves go in, so that neither side alone can make two runs alike. */
    private byte[] salt(String learnersNonce, String respondersNonce) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                "sluice/match-test/v1",
                input.job().toString(),
                input.learner().name(),
                input.responder().name(),
                learnersNonce,
                respondersNonce
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

    /** Whoever called and was not begun with gets its line closed, and calls again. */
    @Override
    public synchronized void close() {
        closed = true;
        rendezvous.forget(this);
        arrivals.forEach(arrival -> arrival.ifPresent(each -> each.channel().close()));
        arrivals.clear();
    }
}
