package org.sluice.worker.orders;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.unbalanced.Found;
import org.sluice.protocol.psi.unbalanced.MaskedList;
import org.sluice.protocol.psi.unbalanced.Masks;
import org.sluice.protocol.session.Session;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.jobs.Meeting;
import org.sluice.worker.jobs.Need;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.jobs.Role;
import org.sluice.worker.jobs.Room;
import org.sluice.worker.masks.OwnLists;
import org.sluice.worker.masks.PeersMasks;

/**
 * A run by masks that stand before it. The responder says under what salt its list was hashed and how many items it has,
 * 21 bytes, and the look-up follows; the learner keeps the list's masks for the next job over the same set.
 */
record LookUpRun(OrderTask task, DataSet set, OwnLists own, PeersMasks peers, Room room) {

    private static final byte KIND = 0x4c;
    private static final int LENGTH = 1 + Terms.SALT_LENGTH + Integer.BYTES;

    /** At the learner: the masks kept, those that came, their copies while they are sorted and written. */
    private static final long BYTES_OF_A_MASK = 80;

    /** Makes what masks of this version are missing at the party that answers: nobody waits for that on a line. */
    void prepare(Computation.LookUp lookUp, Progress progress) {
        list(lookUp, (step, rows, total) -> progress.computes(step, rows, total, 0));
    }

    private MaskedList list(Computation.LookUp lookUp, BatchedGroup.Listener listener) {
        return own.of(set, lookUp.function(), lookUp.protocol(), lookUp.cores(), listener);
    }

    /** Whether {@link #prepare} has nothing to do. */
    boolean isPrepared(Computation.LookUp lookUp) {
        return own.has(set, lookUp.function());
    }

    /**
     * What comes next takes at this party. Who asks knows of no more masks than it has heard of; who answers makes its own
     * first, and has room for them beside all jobs from then on.
     */
    Need need(Computation.LookUp lookUp) {
        if (task.role() == Role.LEARNER) {
            return need(peers.expected(task.peer(), task.peersData().name(), lookUp.function()));
        }
        return isPrepared(lookUp)
                ? Need.answering(set.size())
                : Need.masking(set.size(), own.bytes(set, lookUp.function()));
    }

    private Need need(long masks) {
        return Need.lookUp(set.size(), masks * BYTES_OF_A_MASK);
    }

    /** @param met says that both are there; what it needs more is taken then */
    Learned run(Computation.LookUp lookUp, Meeting.Line met, Channel line, Session session) {
        if (task.role() == Role.LEARNER) {
            return learned(lookUp, head(lookUp, met, line), session);
        }
        MaskedList list = list(lookUp, (step, rows, total) -> {});
        byte[] salt = list.masks().salt();
        line.send(ByteBuffer.allocate(LENGTH)
                .put(KIND)
                .put(salt)
                .putInt(list.count())
                .array());
        return session.run(lookUp.protocol().responder(list, terms(lookUp, salt)));
    }

    /** What the peer says of its list; it is held to the number of items, for which there is room. */
    @SuppressWarnings("ArrayRecordComponent") // read off a line and never compared
    private record Head(byte[] salt, int count) {}

    private Learned learned(Computation.LookUp lookUp, Head head, Session session) {
        byte[] salt = head.salt();
        String name = task.peersData().name();
        Optional<Masks> kept = peers.of(task.peer(), name, lookUp.function(), salt);
        @Nullable Masks held = kept.orElse(null);
        ItemSet items = ItemSet.of(set.items(), terms(lookUp, salt).withPeerOf(head.count()));
        Found found;
        try {
            found = session.run(lookUp.protocol().learner(items, held));
        } catch (Misbehaviour differs) {
            peers.forget(task.peer(), name, lookUp.function());
            throw differs;
        }
        peers.keep(task.peer(), name, lookUp.function(), found.masks());
        return found.intersection();
    }

    private Terms terms(Computation.LookUp lookUp, byte[] salt) {
        return new Terms(
                lookUp.method(), lookUp.output(), salt, (int) task.order().leastSet(), (int)
                        task.order().greatestSet());
    }

    /**
     * What the peer says, when there is room for the masks of so many.
     *
     * @throws org.sluice.worker.notice.Problem if this worker never has room for them
     */
    private Head head(Computation.LookUp lookUp, Meeting.Line met, Channel line) {
        byte[] frame = line.receive();
        if (frame.length != LENGTH || frame[0] != KIND) {
            throw new Misbehaviour("The peer does not begin with its list's salt");
        }
        byte[] salt = new byte[Terms.SALT_LENGTH];
        int count = ByteBuffer.wrap(frame).position(1).get(salt).getInt();
        if (count < task.order().leastSet() || count > task.order().greatestSet()) {
            throw new Misbehaviour("The peer's list has a number of items that is not within the terms");
        }
        room.check(need(count));
        peers.expect(task.peer(), task.peersData().name(), lookUp.function(), count);
        met.needs(need(count));
        return new Head(salt, count);
    }
}
