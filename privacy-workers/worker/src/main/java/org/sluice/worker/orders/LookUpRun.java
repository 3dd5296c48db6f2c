package org.sluice.worker.orders;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.unbalanced.Found;
import org.sluice.protocol.psi.unbalanced.MaskedList;
import org.sluice.protocol.psi.unbalanced.Masks;
import org.sluice.protocol.session.Session;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.jobs.Role;
import org.sluice.worker.masks.OwnLists;
import org.sluice.worker.masks.PeersMasks;

/**
 * A run by masks that stand before it. The responder says under what salt its list was hashed, 17 bytes, and the look-up
 * follows; the learner keeps the list's masks for the next job over the same set.
 */
record LookUpRun(OrderTask task, DataSet set, OwnLists own, PeersMasks peers) {

    private static final byte KIND = 0x4c;
    private static final int LENGTH = 1 + Terms.SALT_LENGTH;

    /** Makes what masks of this version are missing, if this party answers: nobody waits for that on a line. */
    void prepare(Computation.LookUp lookUp) {
        if (task.role() == Role.RESPONDER) {
            list(lookUp);
        }
    }

    private MaskedList list(Computation.LookUp lookUp) {
        return own.of(set, lookUp.function(), lookUp.protocol(), lookUp.cores());
    }

    Learned run(Computation.LookUp lookUp, Channel line, Session session) {
        if (task.role() == Role.LEARNER) {
            return learned(lookUp, salt(line), session);
        }
        MaskedList list = list(lookUp);
        byte[] salt = list.masks().salt();
        line.send(ByteBuffer.allocate(LENGTH).put(KIND).put(salt).array());
        return session.run(lookUp.protocol().responder(list, terms(lookUp, salt)));
    }

    private Learned learned(Computation.LookUp lookUp, byte[] salt, Session session) {
        String name = task.peersData().name();
        Optional<Masks> kept = peers.of(task.peer(), name, lookUp.function(), salt);
        @Nullable Masks held = kept.orElse(null);
        ItemSet items = ItemSet.of(set.items(), terms(lookUp, salt));
        Found found = session.run(lookUp.protocol().learner(items, held));
        peers.keep(task.peer(), name, lookUp.function(), found.masks());
        return found.intersection();
    }

    private Terms terms(Computation.LookUp lookUp, byte[] salt) {
        return new Terms(
                lookUp.method(), lookUp.output(), salt, (int) task.order().leastSet(), (int)
                        task.order().greatestSet());
    }

    private static byte[] salt(Channel line) {
        byte[] frame = line.receive();
        if (frame.length != LENGTH || frame[0] != KIND) {
            throw new Misbehaviour("The peer does not begin with its list's salt");
        }
        byte[] salt = new byte[Terms.SALT_LENGTH];
        ByteBuffer.wrap(frame).position(1).get(salt);
        return salt;
    }
}
