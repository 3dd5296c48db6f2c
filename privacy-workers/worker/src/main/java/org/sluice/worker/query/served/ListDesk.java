package org.sluice.worker.query.served;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.hidden.Meter;
import org.sluice.protocol.hidden.Toll;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.wire.Head;
import org.sluice.worker.query.wire.Kind;
import org.sluice.worker.query.wire.Lead;
import org.sluice.worker.query.wire.Offer;
import org.sluice.worker.query.wire.OtherRelease;
import org.sluice.worker.query.wire.Refusal;
import org.sluice.worker.query.wire.Refused;
import org.sluice.worker.query.wire.Wire;
import org.sluice.worker.transport.Deadline;

/** Where peers ask: takes each proven caller's line and answers it until it ends, message by message. */
public final class ListDesk implements BiConsumer<PartyId, Channel>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListDesk.class);

    /** For its turn with a long message, which the caller's next try may find free. */
    private static final Duration WAITS = Duration.ofSeconds(10);

    /** For a message to arrive, and for its reply to be handed over; beyond that the line is ended. */
    private static final Duration PASSES_WITHIN = Duration.ofSeconds(60);

    /** Bytes of a key in a request for evaluation. */
    private static final int ELEMENT = 33;

    /** Read past and forgotten, so that a caller without rights hears why. */
    private static final int SKIPPED = 1 << 26;

    private final Shelf shelf;
    private final MeterBook meter;
    private final SecureRandom random;
    private final Cores cores;
    private final Callers callers = new Callers();
    private final LargeTurns large = new LargeTurns(WAITS);

    private ListDesk(Shelf shelf, MeterBook meter, SecureRandom random, Cores cores) {
        this.shelf = shelf;
        this.meter = meter;
        this.random = random;
        this.cores = cores;
    }

    /** Serves what was kept, and begins to build what was not. */
    public static ListDesk open(WorkerFolder folder, Clock clock, Computing computing) {
        Shelf shelf = new Shelf(folder, computing);
        MeterBook meter = new MeterBook(folder.queries().resolve("meter"), clock);
        shelf.open();
        return new ListDesk(shelf, meter, computing.random(), computing.cores());
    }

    @Override
    public void accept(PartyId caller, Channel line) {
        Wire wire = new Wire(line);
        Optional<Callers.Seat> taken = callers.take(caller, line);
        if (taken.isEmpty()) {
            LOG.warn("There is no room for another line of {}", caller);
            wire.send(Kind.REFUSED, "", Refusal.BUSY.toBytes());
            line.close();
            return;
        }
        try (Callers.Seat seat = taken.get()) {
            while (true) {
                Head head = wire.head();
                seat.rests(false);
                answer(caller, line, head);
                seat.rests(true);
            }
        } catch (ChannelClosed ended) {
            LOG.debug("The line of {} has ended", caller);
        } catch (Misbehaviour | OtherRelease failed) {
            LOG.warn("The line of {} came to an end: {}", caller, failed.getMessage());
        }
    }

    private void answer(PartyId caller, Channel line, Head head) {
        Wire wire = new Wire(line);
        Optional<LargeTurns.Turn> turn = Optional.empty();
        Deadline arrival = Deadline.in(PASSES_WITHIN, line::close);
        try {
            turn = turn(caller, wire, head);
            byte[] reply = reply(caller, wire, head, arrival);
            send(line, Kind.ANSWER, head, reply);
        } catch (Refused refused) {
            arrival.lift();
            LOG.info("{} is refused: {}", caller, refused.why());
            send(line, Kind.REFUSED, head, refused.why().toBytes());
        } finally {
            arrival.lift();
            turn.ifPresent(LargeTurns.Turn::end);
        }
    }

    /** Before the content is read, and until the reply is handed over: both are what takes memory. */
    private Optional<LargeTurns.Turn> turn(PartyId caller, Wire wire, Head head) {
        if (head.kind() != Kind.FOLLOW && head.length() <= Wire.PART) {
            return Optional.empty();
        }
        try {
            return Optional.of(large.take(caller));
        } catch (Refused busy) {
            wire.skip(head, SKIPPED);
            throw busy;
        }
    }

    private static void send(Channel line, Kind kind, Head head, byte[] content) {
        Deadline handover = Deadline.in(PASSES_WITHIN, line::close);
        try {
            new Wire(line).send(kind, head.list(), content);
        } finally {
            handover.lift();
        }
    }

    private byte[] reply(PartyId caller, Wire wire, Head head, Deadline arrival) {
        if (head.kind() == Kind.LISTS) {
            wire.content(head, 0);
            arrival.lift();
            return Offer.toBytes(shelf.offers(caller));
        }
        Shelf.Open list;
        try {
            list = shelf.open(caller, head.list());
        } catch (Refused refused) {
            wire.skip(head, SKIPPED);
            throw refused;
        }
        byte[] content = wire.content(head, list.edition().list().longestRequest());
        arrival.lift();
        try {
            return reply(
                    list,
                    head.kind(),
                    content,
                    meter.toll(caller, list.name(), list.terms().evaluations()));
        } catch (Meter.Spent spent) {
            throw new Refused(Refusal.SPENT);
        } catch (UncheckedIOException | Problem notCounted) {
            LOG.error("Nothing is answered that cannot be counted", notCounted);
            throw new Refused(Refusal.FAILED);
        }
    }

    private byte[] reply(Shelf.Open list, Kind kind, byte[] content, Toll toll) {
        Edition edition = list.edition();
        return switch (kind) {
            case FOLLOW ->
                Lead.to(edition.list().publication(), edition.updatesFrom(version(content)))
                        .toBytes();
            case EVALUATE -> evaluated(edition, content, toll);
            case RETRIEVE -> edition.list().answer(content, toll, cores);
            case LISTS, ANSWER, REFUSED -> throw new Misbehaviour("A caller answers instead of asking");
        };
    }

    private byte[] evaluated(Edition edition, byte[] content, Toll toll) {
        long began = System.nanoTime();
        byte[] answer = edition.list().evaluate(content, toll, random, cores);
        Grid.await(began, content.length / ELEMENT);
        return answer;
    }

    private static long version(byte[] content) {
        if (content.length != Long.BYTES) {
            throw new Misbehaviour("Who wants to follow names a version, and nothing else");
        }
        return ByteBuffer.wrap(content).getLong();
    }

    /** Of memory that the lists take, each counted as while it is rebuilt. */
    public long bytes() {
        return shelf.bytes();
    }

    @Override
    public void close() {
        shelf.close();
        meter.close();
    }
}
